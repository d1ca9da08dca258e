namespace RainfallSite.Rivers;

/// <summary>River gauges under one heading.</summary>
internal sealed record RiverTable(string Id, string Caption, IReadOnlyList<RiverGauge> Rivers, bool HasThresholds);
