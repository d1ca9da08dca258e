namespace RainfallSite.Rainfall.Api;

internal sealed record SourceResponse(string Feed, string? Column, DateTimeOffset? ReportedAt, DateTimeOffset? FetchedAt, bool Stale);
