using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>The rain of one local day.</summary>
[Description("The rain of one local day.")]
internal sealed record DayResponse(
    [property: Description("The day, from midnight to midnight in Central time.")] DateOnly Day,
    [property: Description("Inches of rain; null when the record has no amount, which is not a dry day.")] decimal? Inches,
    [property: Description("The amount of another record of the same day when it differs; else null.")] decimal? OtherInches,
    [property: Description("True when the day was not over when it was read.")] bool IsPartial);
