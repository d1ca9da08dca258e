namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The times that a window can hang on; each is null where it is not known.</summary>
internal readonly record struct WindowAnchors(DateTimeOffset? ReportedAt, DateTimeOffset? ObservedAt, DateOnly? Since);
