namespace RainfallSite.Crossings;

/// <summary>A total that rose over a threshold, or fell back to it or below, between two reports.</summary>
internal sealed record Crossing(CrossingPoint Before, CrossingPoint After, bool IsRise);
