namespace RainfallSite.Crossings;

/// <summary>A total that rose over a threshold, or fell back to it or below, between two reports.</summary>
internal sealed record Crossing(DateTimeOffset SeenAt, decimal Before, decimal After, bool IsRise);
