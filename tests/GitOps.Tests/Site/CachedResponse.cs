namespace GitOps.Tests.Site;

/// <summary>What a replica sees of a response.</summary>
internal sealed record CachedResponse(int Status, string Body, string? Cache, string? Date, string? Refusal, string? RefusalDate, string? RetryAfter);
