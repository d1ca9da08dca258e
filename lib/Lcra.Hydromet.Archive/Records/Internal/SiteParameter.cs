namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>A parameter of a site that was requested. Times are seconds since 1970.</summary>
internal sealed record SiteParameter(SiteId Id, long Site, ArchiveParameter Parameter, long LastRequestedAt, long? ChangedAt);
