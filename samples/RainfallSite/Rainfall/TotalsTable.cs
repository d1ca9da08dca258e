using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>A gauge's totals of one kind, so that overlapping windows of two kinds never stand in one table.</summary>
internal sealed record TotalsTable(string Caption, IReadOnlyList<RainfallTotal> Totals, RainfallPeriod Chosen, RainUnit Unit);
