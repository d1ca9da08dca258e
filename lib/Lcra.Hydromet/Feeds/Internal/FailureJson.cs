namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A failure in JSON.</summary>
internal sealed record FailureJson(HydrometFailureKind Kind, string Message, HydrometFeed? Feed, int? StatusCode, bool IsTransient);
