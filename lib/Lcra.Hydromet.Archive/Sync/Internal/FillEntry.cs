namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>Days of a history that somebody asked for.</summary>
internal sealed record FillEntry(SyncHistory History, DateOnly First, DateOnly Last)
{
    public bool IsOf(FillEntry other) => History.Site == other.History.Site && History.Parameter == other.History.Parameter;

    public bool Contains(FillEntry other) => IsOf(other) && First <= other.First && Last >= other.Last;
}
