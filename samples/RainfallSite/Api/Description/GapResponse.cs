using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>A part of a window without readings.</summary>
[Description("A part of a window without readings.")]
internal sealed record GapResponse(
    [property: Description("Its beginning, in Central time.")] DateTimeOffset Start,
    [property: Description("Its end, in Central time.")] DateTimeOffset End);
