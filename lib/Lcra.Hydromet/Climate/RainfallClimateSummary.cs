using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>What a record says about a day: ranks, percent of normal, records, normals and the longest dry spell.</summary>
public sealed record RainfallClimateSummary
{
    /// <summary>Gets the gauge; null for a mean of gauges, or where only days were given.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Gets, for a mean of gauges, the number of gauges; null for one gauge.</summary>
    public int? GaugeCount { get; init; }

    /// <summary>Gets the first day of the record with an amount; null for a record without one.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Gets the last whole day of the record with an amount; null for a record without one.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Gets the number of whole days with an amount that is not suspect.</summary>
    public required int DayCount { get; init; }

    /// <summary>Gets the number of days between the first and the last without such an amount.</summary>
    public required int MissingDays { get; init; }

    /// <summary>Gets the day that the ranks and the percentages end with; null for a record without an amount.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Gets how many percent of the days of a period may be missing for it to count.</summary>
    public required int MaxMissingPercent { get; init; }

    /// <summary>Gets the minimum number of years for ranks and records.</summary>
    public required int MinYears { get; init; }

    /// <summary>Gets the minimum number of years for normals.</summary>
    public required int MinNormalYears { get; init; }

    /// <summary>
    /// Gets the ranks: the day, and 2, 3, 7 and 30 days, then the month, season, year and water year to date. The day that is not over comes
    /// first when it follows.
    /// </summary>
    public required IReadOnlyList<RainfallRank> Ranks { get; init => field = ValueList<RainfallRank>.Of(value); }

    /// <summary>Gets the percent of normal of the month, season, year and water year to date.</summary>
    public required IReadOnlyList<RainfallNormalComparison> Normals { get; init => field = ValueList<RainfallNormalComparison>.Of(value); }

    /// <summary>Gets the normals of the twelve months.</summary>
    public required IReadOnlyList<MonthlyNormal> MonthlyNormals { get; init => field = ValueList<MonthlyNormal>.Of(value); }

    /// <summary>Gets the records.</summary>
    public required IReadOnlyList<RainfallExtreme> Extremes { get; init => field = ValueList<RainfallExtreme>.Of(value); }

    /// <summary>Gets the longest dry spell; null when the record has no dry day.</summary>
    public DrySpell? LongestDrySpell { get; init; }

    /// <summary>Gets the days that are left out because they are suspect.</summary>
    public required IReadOnlyList<SuspectDay> SuspectDays { get; init => field = ValueList<SuspectDay>.Of(value); }

    /// <summary>Gets the return periods of the ranked days with rain and of the wettest days on record; empty without a table of NOAA Atlas 14.</summary>
    public IReadOnlyList<ReturnPeriod> ReturnPeriods { get; init => field = ValueList<ReturnPeriod>.Of(value); } = ValueList<ReturnPeriod>.Empty;

    /// <summary>Writes the span of the record on one line.</summary>
    /// <returns>The gauge or the number of gauges, the span, and how many days it has and lacks.</returns>
    public override string ToString()
    {
        string what = Site is { } site ? $"{site}: d" : GaugeCount is { } count ? $"Mean of {ClimateText.Count(count, "gauge")}: d" : "D";
        return FirstDay is { } first && LastDay is { } last
            ? string.Create(CultureInfo.InvariantCulture, $"{what}aily rain from {ClimateText.Day(first)} to {ClimateText.Day(last)}: {ClimateText.Count(DayCount, "day")}, {MissingDays:N0} missing.")
            : $"{what}aily rain: no day with an amount.";
    }
}
