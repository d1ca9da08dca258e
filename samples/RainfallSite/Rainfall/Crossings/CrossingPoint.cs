namespace RainfallSite.Rainfall.Crossings;

/// <summary>A total as one report had it; the amount is null when it was missing.</summary>
internal readonly record struct CrossingPoint(DateTimeOffset SeenAt, DateTimeOffset? Start, decimal? Inches);
