namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>What the processes that fill one archive share.</summary>
internal sealed record SyncState
{
    public required DateTimeOffset NextAt { get; init; }

    public required DateOnly BudgetDay { get; init; }

    public required int BudgetUsed { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public bool IsBlocked { get; init; }

    public int UsedOn(DateOnly day) => day == BudgetDay ? BudgetUsed : 0;
}
