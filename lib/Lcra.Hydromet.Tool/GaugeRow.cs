using System.Globalization;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>A gauge with the rain of a period, as each form of output writes it.</summary>
internal sealed record GaugeRow(RainfallGauge Gauge, NearbyGauge? Near, RainfallPeriod Period, DateTimeOffset Now)
{
    public static TableColumn<GaugeRow>[] Columns(RainfallPeriod period) =>
    [
        new("Gauge", row => row.Gauge.Site.Id.ToString()) { IsWhole = true },
        new("Name", row => row.Gauge.Site.Name ?? ""),
        new(period.Name, row => row.Amount) { IsWhole = true, IsNumber = true, IsAlert = row => row.Total.Inches is null },
        new("Read", row => row.ReadAt) { IsWhole = true },
        new("Reporting", row => !row.Gauge.IsReporting ? "no" : row.IsOldReport ? $"at {row.ReportedAt}" : "yes") { IsWhole = true, IsAlert = row => row.IsOldReport || !row.Gauge.IsReporting },
    ];

    public static TableColumn<GaugeRow>[] NearColumns { get; } =
    [
        new("Distance", row => string.Create(CultureInfo.InvariantCulture, $"{row.Near?.DistanceKilometers:0.0} km")) { IsWhole = true, IsNumber = true },
        new("Degrees", row => string.Create(CultureInfo.InvariantCulture, $"{row.Near?.BearingDegrees}")) { IsWhole = true, IsNumber = true },
    ];

    /// <summary>Gets the exported table: that of totals, with distance and direction where a place is given.</summary>
    public static ExportTable<GaugeRow> Table(bool isNear) => new(
        isMeasured: row => row.Total.Inches is not null,
        place: row => row.Gauge.Site,
        [
            .. ExportTables.Totals.Fields.Select(field => field.Of<GaugeRow>(row => row.Total)),
            .. isNear ? NearFields : [],
        ]);

    public RainUnit Unit { get; init; }

    public RainfallTotal Total { get; } = Gauge[Period];

    private static ExportColumn<GaugeRow>[] NearFields =>
    [
        Exports.Internal.Columns<GaugeRow>.Number("distance_km", "km", row => row.Near?.DistanceKilometers),
        Exports.Internal.Columns<GaugeRow>.Number("bearing_deg", "deg", row => row.Near?.BearingDegrees),
    ];

    private string Amount => Total.Inches is { } inches ? $"{Format(inches)}{Bound}{(Total.IsIsolated ? ", isolated" : "")}" : $"no amount ({Total.Missing})";

    private string Bound => Total.LowerBoundInches is { } least ? $", at least {Format(least)}" : "";

    // A gauge of an old report was reporting then; nothing is known about now.
    private bool IsOldReport => Now - Total.Source.ReportedAt > FeedStatus.StaleAfter;

    private string ReportedAt => Total.Source.ReportedAt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    private string State => (!Gauge.IsReporting ? ", silent" : IsOldReport ? $", was reporting at {ReportedAt}" : "") + OutputFormatter.Stale(Total.Source, Now);

    private string ReadAt => Gauge.ObservedAt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";

    private string Format(decimal inches) => UnitsOption.Format(inches, Gauge.Site.ResolutionInches, Unit);

    public override string ToString()
    {
        string place = Near is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {Near.DistanceKilometers:0.0} km at {Near.BearingDegrees} degrees");
        string period = Period.Kind == RainfallPeriodKind.Rolling ? $" in {Period.Name}" : $", {Period.Name}";
        return $"{Gauge.Site.Id} {Gauge.Site.Name}{place}: {Amount}{period}, read {ReadAt}{State}";
    }
}
