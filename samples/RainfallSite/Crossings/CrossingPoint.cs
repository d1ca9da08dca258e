namespace RainfallSite.Crossings;

/// <summary>A total in one report; the amount is null when it is missing.</summary>
internal readonly record struct CrossingPoint(DateTimeOffset SeenAt, DateTimeOffset? Start, decimal? Inches);
