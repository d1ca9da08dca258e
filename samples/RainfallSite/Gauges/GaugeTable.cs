using Lcra.Hydromet;

namespace RainfallSite.Gauges;

/// <summary>The totals of gauges under one caption.</summary>
internal sealed record GaugeTable(GaugesModel Page, string Caption, IReadOnlyList<RainfallTotal> Totals);
