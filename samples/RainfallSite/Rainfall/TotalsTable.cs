using Lcra.Hydromet;
using RainfallSite.Preferences;

namespace RainfallSite.Rainfall;

/// <summary>A gauge's totals of one kind, so that one table never mixes rolling and calendar windows.</summary>
internal sealed record TotalsTable(string Caption, IReadOnlyList<RainfallTotal> Totals, RainfallPeriod Chosen, RainUnit Unit);
