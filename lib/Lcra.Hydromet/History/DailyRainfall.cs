using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>The rain of one local day at one gauge, from LCRA's history (<c>rainDaily</c>).</summary>
/// <remarks>A day runs from midnight to midnight in Central time (America/Chicago), so it has 23 or 25 hours when the clocks change.</remarks>
public sealed record DailyRainfall
{
    /// <summary>Gets the local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the day's rain in inches; null when the record has no amount for the day. Null is never a dry day.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the amount of another record of the same day when it differs; null when there is none.</summary>
    public decimal? OtherInches { get; init; }

    /// <summary>Gets a value indicating whether the day was not over when it was read, so that more rain can follow.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Writes the day on one line.</summary>
    /// <returns>Day and inches, or that there is no amount.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}: {(Inches is null ? "no amount" : "")}{Inches}{(Inches is null ? "" : " in")}{(IsPartial ? " so far" : "")}");
}
