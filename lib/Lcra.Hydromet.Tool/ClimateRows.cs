using System.Globalization;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Makes the rows of a climate.</summary>
internal static class ClimateRows
{
    private const string ByDays = "days";

    public static IEnumerable<ClimateRow> Of(RainfallClimateSummary summary, SiteId site) =>
        new[]
        {
            summary.Ranks.Select(Of),
            summary.Normals.Select(Of),
            summary.MonthlyNormals.Select(Of),
            summary.Extremes.SelectMany(Of),
            summary.LongestDrySpell is { } dry ? [Of(dry)] : [],
            summary.ReturnPeriods.Select(Of),
            summary.SuspectDays.Select(Of),
        }.SelectMany(rows => rows).Select(row => row with { Site = site });

    private static ClimateRow Of(RainfallRank rank) => new()
    {
        Statistic = "rank",
        By = By(rank.Period),
        First = rank.First,
        Last = rank.Last,
        Inches = rank.Inches,
        Status = Status(rank.Missing),
        Days = rank.DayCount,
        MissingDays = rank.MissingDays,
        IsPartial = rank.IsPartial,
        Rank = rank.Rank,
        RankFromDriest = rank.RankFromDriest,
        Tied = rank.TiedCount,
        Of = rank.Count,
        LeftOut = rank.Period is null ? null : rank.YearsLeftOut.Count,
        FirstYear = rank.RecordFirst?.Year,
        LastYear = rank.RecordLast?.Year,
    };

    private static ClimateRow Of(RainfallNormalComparison normal) => new()
    {
        Statistic = "percent_of_normal",
        By = By(normal.Period),
        First = normal.First,
        Last = normal.Last,
        Inches = normal.Inches,
        Status = Status(normal.Missing),
        MissingDays = normal.MissingDays,
        IsPartial = normal.IsPartial,
        Of = normal.YearCount,
        LeftOut = normal.YearsLeftOut.Count,
        NormalInches = normal.NormalInches,
        Percent = normal.Percent,
        FirstYear = normal.FirstYear,
        LastYear = normal.LastYear,
    };

    private static ClimateRow Of(MonthlyNormal normal) => new()
    {
        Statistic = "monthly_normal",
        By = By(CalendarPeriod.Month),
        Month = normal.Month,
        Status = Status(normal.Missing),
        Of = normal.YearCount,
        LeftOut = normal.YearsLeftOut.Count,
        NormalInches = normal.Inches,
        FirstYear = normal.FirstYear,
        LastYear = normal.LastYear,
    };

    // A tie has a row for each holder of the record.
    private static IEnumerable<ClimateRow> Of(RainfallExtreme extreme) => extreme.Starts.Select(start => (DateOnly?)start).DefaultIfEmpty().Select(start => new ClimateRow
    {
        Statistic = extreme.IsDriest ? "driest" : "wettest",
        By = By(extreme.Period),
        First = start,
        Last = extreme.Days is { } days ? start?.AddDays(days - 1) : null,
        Inches = extreme.Inches,
        Status = Status(extreme.Missing),
        Days = extreme.Days,
        Tied = extreme.Starts.Count > 0 ? extreme.Starts.Count - 1 : null,
        Of = extreme.Count,
        LeftOut = extreme.Period is null ? null : extreme.LeftOutCount,
    });

    private static ClimateRow Of(DrySpell dry) => new()
    {
        Statistic = "dry_spell",
        By = ByDays,
        First = dry.First,
        Last = dry.Last,
        Inches = 0.00m,
        Days = dry.DayCount,
        Note = dry.IsLowerBound ? "can have been longer" : null,
    };

    private static ClimateRow Of(ReturnPeriod found) => new()
    {
        Statistic = "return_period",
        By = ByDays,
        First = found.Start is { } start ? CentralTime.DayOf(start) : null,
        Last = found.End is { } end ? CentralTime.DayOf(end).AddDays(-1) : null,
        Inches = found.Inches,
        Status = Status(found.Missing),
        ReturnPeriod = found,
        Note = string.Create(CultureInfo.InvariantCulture, $"calendar days times {found.Factor}, {found.Source}"),
    };

    private static ClimateRow Of(SuspectDay suspect) => new()
    {
        Statistic = "suspect",
        By = ByDays,
        First = suspect.Day,
        Last = suspect.Day,
        Inches = suspect.Inches,
        Status = Status(ClimateMissingReason.SuspectDay),
        Days = 1,
        Note = suspect.Reason,
    };

    private static string By(CalendarPeriod? period) => period is { } known ? ExportNames<CalendarPeriod>.Of(known) : ByDays;

    private static string Status(ClimateMissingReason? missing) => missing is { } reason ? ExportNames<ClimateMissingReason>.Of(reason) : ExportStatus.Measured;
}
