namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A gauge in JSON, with its total for every period.</summary>
internal sealed record GaugeDocument(
    Site Site, DateTimeOffset? ObservedAt, bool Reporting, SiteReading? Reading, IReadOnlyList<RainfallTotal> Totals);
