namespace RainfallSite.Health;

internal sealed record FeedReadiness(string Feed, DateTimeOffset? ReportedAt, DateTimeOffset? FetchedAt, double? AgeMinutes, bool Stale);
