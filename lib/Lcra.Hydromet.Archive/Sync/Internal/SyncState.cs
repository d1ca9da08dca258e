namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>What the processes that fill one archive share.</summary>
internal sealed record SyncState
{
    private const int MaxDaysSetBack = 2;

    public required DateTimeOffset NextAt { get; init; }

    public required DateOnly BudgetDay { get; init; }

    public required int BudgetUsed { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    public bool IsBlocked { get; init; }

    /// <summary>
    /// Gets how many requests count for a day: a clock that is set back, or that is a little behind at midnight, begins no new count. A count of a day further ahead is
    /// of a clock that was wrong, and stops nobody until then.
    /// </summary>
    public int UsedOn(DateOnly day) => BudgetDay >= day && BudgetDay <= day.AddDays(MaxDaysSetBack) ? BudgetUsed : 0;

    /// <summary>Gets the day that a request of a day counts for.</summary>
    public DateOnly CountedOn(DateOnly day) => BudgetDay == day.AddDays(1) ? BudgetDay : day;
}
