namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>The local days of one request, first and last included.</summary>
internal readonly record struct SyncWindow(DateOnly First, DateOnly Last)
{
    // LCRA rejects more than 180 days. Whether the last day counts is unknown: this is below either way.
    public const int MaxDays = 179;
}
