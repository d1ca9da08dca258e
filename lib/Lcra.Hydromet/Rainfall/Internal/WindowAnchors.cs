namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The times that a window can depend on; each is null when it is unknown.</summary>
internal readonly record struct WindowAnchors(DateTimeOffset? ReportedAt, DateTimeOffset? ObservedAt, DateOnly? Since);
