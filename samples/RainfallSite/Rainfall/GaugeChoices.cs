using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>Gauges to choose from, with their totals of one period.</summary>
internal sealed record GaugeChoices(IReadOnlyList<RainfallGauge> Gauges, RainfallPeriod Period);
