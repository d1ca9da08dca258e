using Lcra.Hydromet;

namespace RainfallSite.Api;

/// <summary>A gauge with its total for every period.</summary>
internal sealed record GaugeTotals(Site Site, IReadOnlyList<RainfallTotal> Totals);
