using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The rain of a gauge over any window, as a row of a file.</summary>
internal sealed record WindowRow(SiteId Site, SeriesTotal Total)
{
    private const decimal FinestResolutionInches = 0.01m;

    public static ExportTable<WindowRow> Table { get; } = new(
        isMeasured: row => row.Total.Inches is not null,
        place: null,
        Columns<WindowRow>.Site("site", row => row.Site),
        Columns<WindowRow>.Day("day", (row, times) => times.DayOf(row.Total.Start, row.Total.End)),
        Columns<WindowRow>.Number("rain_in", "in", row => row.Total.Inches),
        Columns<WindowRow>.Number("rain_mm", "mm", row => row.Millimeters),
        Columns<WindowRow>.Text("status", row => ExportStatus.Of(row.Total.Inches, row.Total.Missing)),
        Columns<WindowRow>.Share("coverage", row => row.Total.Coverage),
        Columns<WindowRow>.Number("gaps", null, row => row.Total.Gaps.Count),
        Columns<WindowRow>.Number("uncertainty_in", "in", row => row.Total.UncertaintyInches),
        Columns<WindowRow>.Number("boundary_gap_in", "in", row => row.Total.BoundaryGapInches),
        Columns<WindowRow>.Text("flags", row => string.Join(' ', row.Total.Flags.Select(flag => ExportNames<SeriesFlagKind>.Of(flag.Kind)).Distinct(StringComparer.Ordinal))),
        Columns<WindowRow>.Utc("start_utc", row => row.Total.Start),
        Columns<WindowRow>.Central("start_central", row => row.Total.Start),
        Columns<WindowRow>.Utc("end_utc", row => row.Total.End),
        Columns<WindowRow>.Central("end_central", row => row.Total.End));

    private decimal? Millimeters => Total.Inches is { } inches ? HydrometUnits.InchesToRoundedMillimeters(inches, Site.ResolutionInches ?? FinestResolutionInches) : null;
}
