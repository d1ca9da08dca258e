namespace RainfallSite.Crossings;

/// <summary>A total in one report; the amount is null when it is missing.</summary>
/// <param name="SeenAt">The time of the observation, or else of the report.</param>
/// <param name="Start">The start of the window; null when it is unknown.</param>
/// <param name="Inches">The amount.</param>
/// <param name="Doubt">What speaks against the amount, such as what it must at least be; empty when nothing does.</param>
/// <param name="Conflicts">The totals that contradict the amount; empty when none do.</param>
internal readonly record struct CrossingPoint(DateTimeOffset SeenAt, DateTimeOffset? Start, decimal? Inches, string Doubt, string Conflicts);
