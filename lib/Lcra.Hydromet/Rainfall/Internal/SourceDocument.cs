namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Where a total comes from, in the API form.</summary>
internal sealed record SourceDocument(
    HydrometFeed Feed, string? Column, DateTimeOffset? ReportedAt, DateTimeOffset? FetchedAt, bool Stale, bool RefreshFailed = false);
