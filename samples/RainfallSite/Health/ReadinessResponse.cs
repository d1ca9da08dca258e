namespace RainfallSite.Health;

internal sealed record ReadinessResponse(string Status, IReadOnlyList<FeedReadiness> Feeds);
