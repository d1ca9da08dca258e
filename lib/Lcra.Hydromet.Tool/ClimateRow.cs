using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>One statement about a gauge's climate, as a row of a file.</summary>
internal sealed record ClimateRow
{
    public SiteId Site { get; init; }

    public required string Statistic { get; init; }

    public string? By { get; init; }

    public int? Month { get; init; }

    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }

    public decimal? Inches { get; init; }

    public string Status { get; init; } = ExportStatus.Measured;

    public int? Days { get; init; }

    public int? MissingDays { get; init; }

    public bool IsPartial { get; init; }

    public int? Rank { get; init; }

    public int? RankFromDriest { get; init; }

    public int? Tied { get; init; }

    public int? Of { get; init; }

    public decimal? NormalInches { get; init; }

    public decimal? Percent { get; init; }

    public int? LeftOut { get; init; }

    public int? FirstYear { get; init; }

    public int? LastYear { get; init; }

    public ReturnPeriod? ReturnPeriod { get; init; }

    public string? Note { get; init; }

    public static ExportTable<ClimateRow> Table { get; } = new(
        isMeasured: row => string.Equals(row.Status, ExportStatus.Measured, StringComparison.Ordinal),
        place: null,
        Columns<ClimateRow>.Site("site", row => row.Site),
        Columns<ClimateRow>.Text("statistic", row => row.Statistic),
        Columns<ClimateRow>.Text("by", row => row.By),
        Columns<ClimateRow>.Number("month", null, row => row.Month),
        Columns<ClimateRow>.Day("first_day", (row, _) => row.First),
        Columns<ClimateRow>.Day("last_day", (row, _) => row.Last),
        Columns<ClimateRow>.Number("rain_in", "in", row => row.Inches),
        Columns<ClimateRow>.Text("status", row => row.Status),
        Columns<ClimateRow>.Number("days", null, row => row.Days),
        Columns<ClimateRow>.Number("days_missing", null, row => row.MissingDays),
        Columns<ClimateRow>.Flag("partial", row => row.IsPartial),
        Columns<ClimateRow>.Number("rank", null, row => row.Rank),
        Columns<ClimateRow>.Number("rank_from_driest", null, row => row.RankFromDriest),
        Columns<ClimateRow>.Number("tied", null, row => row.Tied),
        Columns<ClimateRow>.Number("of", null, row => row.Of),
        Columns<ClimateRow>.Number("left_out", null, row => row.LeftOut),
        Columns<ClimateRow>.Number("normal_in", "in", row => row.NormalInches),
        Columns<ClimateRow>.Number("normal_percent", "percent", row => row.Percent),
        Columns<ClimateRow>.Number("first_year", null, row => row.FirstYear),
        Columns<ClimateRow>.Number("last_year", null, row => row.LastYear),
        Columns<ClimateRow>.Number("return_years", null, row => row.ReturnPeriod?.Years),
        Columns<ClimateRow>.Number("rarer_than_years", null, row => row.ReturnPeriod?.RarerThanYears),
        Columns<ClimateRow>.Number("more_common_than_years", null, row => row.ReturnPeriod?.MoreCommonThanYears),
        Columns<ClimateRow>.Number("annual_exceedance_percent", "percent", row => row.ReturnPeriod?.AnnualExceedancePercent),
        Columns<ClimateRow>.Text("note", row => row.Note));
}
