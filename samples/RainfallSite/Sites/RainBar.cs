namespace RainfallSite.Sites;

/// <summary>The rain of one day or quarter of an hour.</summary>
/// <param name="Start">When it begins, in Central time.</param>
/// <param name="Inches">The rain; null when it is not known.</param>
/// <param name="IsPartial">Whether the time is still running, or not all of it is covered by readings.</param>
/// <param name="IsFlagged">Whether a person should look at the amount.</param>
internal sealed record RainBar(DateTimeOffset Start, decimal? Inches, bool IsPartial, bool IsFlagged);
