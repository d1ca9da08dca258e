namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>A history of which a process requests a window at present.</summary>
internal sealed record SyncLease(long Site, long Parameter, string Holder);
