using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>A record of a gauge: its wettest day, consecutive days or calendar period, or its driest calendar period.</summary>
public sealed record RainfallExtreme
{
    /// <summary>Gets a value indicating whether it is the driest; the driest is sought among periods without a missing day.</summary>
    public bool IsDriest { get; init; }

    /// <summary>Gets the kind of calendar period; null for a day or consecutive days.</summary>
    public CalendarPeriod? Period { get; init; }

    /// <summary>Gets the number of consecutive days; null for a calendar period.</summary>
    public int? Days { get; init; }

    /// <summary>Gets the rain in inches; null when the record is too short, and then <see cref="Missing"/> says so.</summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets the first day of each holder of the record, oldest first; more than one when they tie.</summary>
    public IReadOnlyList<DateOnly> Starts { get; init => field = ValueList<DateOnly>.Of(value); } = ValueList<DateOnly>.Empty;

    /// <summary>Gets how many were compared: windows without a missing day, or calendar periods.</summary>
    public required int Count { get; init; }

    /// <summary>Gets how many calendar periods are left out for missing days; zero for consecutive days.</summary>
    public int LeftOutCount { get; init; }

    /// <summary>Gets why there is no record; null when there is one.</summary>
    public ClimateMissingReason? Missing { get; init; }

    /// <summary>Writes the record as a sentence.</summary>
    /// <returns>What it is, when it was and its rain, or why there is none.</returns>
    public override string ToString()
    {
        string thing = Period switch
        {
            CalendarPeriod.Month => "month",
            CalendarPeriod.Season => "season",
            CalendarPeriod.Year => "year",
            CalendarPeriod.WaterYear => "water year",
            _ => Days is null or 1 ? "day" : $"{ClimateText.Count(Days.Value, "day")} in a row",
        };
        string name = $"{(IsDriest ? "Driest" : "Wettest")} {thing}";
        if (Inches is not { } inches || Starts is not [var first, ..])
        {
            return $"{name}: {(Missing is { } reason ? ClimateText.Reason(reason) : "none")}.";
        }

        string when = Period is { } kind
            ? ClimateText.Name(kind, first, DateOnly.MaxValue)
            : ClimateText.Days(first, first.AddDays((Days ?? 1) - 1));
        string tied = Starts.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (first of {Starts.Count:N0} that tie)");
        string leftOut = LeftOutCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {LeftOutCount:N0} left out for missing days");
        return string.Create(CultureInfo.InvariantCulture, $"{name}: {when}, {inches:0.00##} in{tied} (of {Count:N0}{leftOut}).");
    }
}
