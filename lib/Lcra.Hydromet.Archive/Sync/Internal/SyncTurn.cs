namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>What a process may do for a history at present.</summary>
internal abstract record SyncTurn
{
    private SyncTurn()
    {
    }

    /// <summary>It may request this window now.</summary>
    public sealed record Granted(SyncWindow Window, int RequestsLeft) : SyncTurn;

    /// <summary>The last request began a moment ago.</summary>
    public sealed record Early(TimeSpan Wait) : SyncTurn;

    /// <summary>Nothing is left to request.</summary>
    public sealed record Done : SyncTurn;

    /// <summary>Another process requests a window of this history, or as many requests as allowed are under way.</summary>
    public sealed record UnderWay : SyncTurn;

    /// <summary>The requests of the day are used up.</summary>
    public sealed record BudgetSpent(DateTimeOffset Until) : SyncTurn;

    /// <summary>LCRA asked for a pause, or blocked a process.</summary>
    public sealed record Paused(DateTimeOffset Until, bool IsBlocked) : SyncTurn;
}
