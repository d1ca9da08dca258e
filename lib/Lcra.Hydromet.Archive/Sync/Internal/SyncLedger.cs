using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>
/// The pace, the budget and the windows under way of all processes that fill one archive. They are in the archive itself, so that neither a restart nor a
/// second process requests more.
/// </summary>
internal sealed class SyncLedger(ArchiveStore store, ArchiveSyncOptions options, TimeSpan leaseTime, TimeProvider clock)
{
    // The time of the next request is rounded up to the millisecond that is stored.
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly long MinInstant = EpochTime.Seconds(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly long MaxInstant = EpochTime.Seconds(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    // Beyond the longest lease: one that ends later was made before the clock was set back.
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromHours(1);

    private readonly SyncHolder _holder = new();

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Takes the next window of a history, whose request begins at once.</summary>
    public Task<SyncTurn> TakeAsync(SyncHistory history, SyncPlan plan, CancellationToken cancellationToken) => store.WriteAsync(
        async (session, token) =>
        {
            await session.ExecuteAsync(SyncStatements.Lock, token).ConfigureAwait(false);
            SyncState state = await ReadStateAsync(session, token).ConfigureAwait(false);
            if (state.PausedUntil > Now)
            {
                return new SyncTurn.Paused(CentralTime.At(state.PausedUntil.Value), state.IsBlocked);
            }

            long site = await SiteValues.AddAsync(session, history.Site, token).ConfigureAwait(false);
            List<SyncLease> leases = await ReadLeasesAsync(session, site, history, token).ConfigureAwait(false);
            if (leases.Exists(lease => lease.Site == site && lease.Parameter == (long)history.Number))
            {
                return new SyncTurn.UnderWay();
            }

            if (await NextAsync(session, site, history, plan, token).ConfigureAwait(false) is not { } window)
            {
                return new SyncTurn.Done();
            }

            return leases.Count >= options.MaxConcurrentRequests ? new SyncTurn.UnderWay()
                : options.IsPaced && state.UsedOn(CentralTime.DayOf(Now)) >= options.DailyBudget ? new SyncTurn.BudgetSpent(CentralTime.StartOfDay(CentralTime.DayOf(Now).AddDays(1)))
                : EarlyBy(state) is var wait && wait > TimeSpan.Zero ? new SyncTurn.Early(wait)
                : await GrantAsync(session, state, site, history, window, plan.CountLeft(window), token).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Gives a window back, requested or not.</summary>
    public Task ReturnAsync(SyncHistory history, CancellationToken cancellationToken) => store.WriteAsync(
        async (session, token) =>
        {
            long site = await SiteValues.AddAsync(session, history.Site, token).ConfigureAwait(false);
            return await RemoveAsync(session, new SyncLease(site, (long)history.Number, _holder.Text), token).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Keeps every process from sending requests until a time.</summary>
    public Task PauseAsync(DateTimeOffset until, bool isBlocked, CancellationToken cancellationToken) =>
        ExecuteAsync(SyncStatements.Pause, cancellationToken, ("@until", SqlValue.Instant(EpochTime.Seconds(until) + 1)), ("@blocked", SqlValue.Flag(isBlocked)));

    public Task StartAsync(CancellationToken cancellationToken) => ExecuteAsync(SyncStatements.Start, cancellationToken, ("@at", SqlValue.Instant(EpochTime.Seconds(Now))));

    public Task EndAsync(ArchiveSyncOutcome outcome, int failedWindows, CancellationToken cancellationToken) => ExecuteAsync(
        SyncStatements.End,
        cancellationToken,
        ("@at", SqlValue.Instant(EpochTime.Seconds(Now))),
        ("@outcome", SqlValue.Text(outcome.ToString())),
        ("@failed", SqlValue.Integer(failedWindows)));

    /// <summary>Reads the last run and what processes share.</summary>
    public static Task<ArchiveSyncStatus> ReadStatusAsync(ArchiveStore store, CancellationToken cancellationToken) => store.ReadAsync(
        async (session, token) => (await session.QueryAsync(
            SyncStatements.LastRun,
            row => new ArchiveSyncStatus
            {
                StartedAt = Central(row.InstantOrNull(0)),
                EndedAt = Central(row.InstantOrNull(1)),
                Outcome = Enum.TryParse(row.TextOrNull(2), out ArchiveSyncOutcome outcome) ? outcome : null,
                FailedWindows = (int?)row.IntegerOrNull(3),
                PausedUntil = Central(row.InstantOrNull(4)),
                IsBlocked = row.Flag(5),
                Day = row.Day(6) is var day && day > DateOnly.FromDateTime(DateTime.UnixEpoch) ? day : null,
                RequestsOfDay = (int)row.Integer(7),
            },
            token).ConfigureAwait(false))[0],
        cancellationToken);

    private static DateTimeOffset? Central(long? seconds) => seconds is { } known ? EpochTime.Central(known) : null;

    private static async Task<SyncState> ReadStateAsync(ArchiveSession session, CancellationToken cancellationToken) =>
        (await session.QueryAsync(
            SyncStatements.State,
            row => new SyncState
            {
                NextAt = EpochTime.Central(row.Instant(0)).AddMilliseconds(row.Integer(1)),
                BudgetDay = row.Day(2),
                BudgetUsed = (int)row.Integer(3),
                PausedUntil = Central(row.InstantOrNull(4)),
                IsBlocked = row.Flag(5),
            },
            cancellationToken).ConfigureAwait(false))[0];

    private static async Task<SyncWindow?> NextAsync(ArchiveSession session, long site, SyncHistory history, SyncPlan plan, CancellationToken cancellationToken)
    {
        (string, SqlValue)[] key = [("@site", SqlValue.Integer(site)), ("@parameter", SqlValue.Small((int)history.Number))];
        List<(long Start, long End)> spans = await CoverageValues.ReadAsync(session, history.Site, history.Number, MinInstant, MaxInstant, cancellationToken).ConfigureAwait(false);
        List<DateOnly?> oldest = await session.QueryAsync(SyncStatements.OldestWithRecords, row => row.DayOrNull(0), cancellationToken, key).ConfigureAwait(false);
        return plan.Next([.. spans.Select(span => new ArchiveSpan(EpochTime.Central(span.Start), EpochTime.Central(span.End)))], oldest[0], history.Tried);
    }

    private static Task<int> RemoveAsync(ArchiveSession session, SyncLease lease, CancellationToken cancellationToken) => session.ExecuteAsync(
        SyncStatements.RemoveLease,
        cancellationToken,
        ("@site", SqlValue.Integer(lease.Site)),
        ("@parameter", SqlValue.Small((int)lease.Parameter)),
        ("@holder", SqlValue.Text(lease.Holder)));

    // Without those that expired, those of processes that were killed, and one of this run for the same history, whose transaction was committed and then repeated.
    private async Task<List<SyncLease>> ReadLeasesAsync(ArchiveSession session, long site, SyncHistory history, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(SyncStatements.ExpireLeases, cancellationToken, ("@now", SqlValue.Instant(EpochTime.Seconds(Now))), ("@latest", SqlValue.Instant(EpochTime.Seconds(Now + leaseTime + LeaseMargin)))).ConfigureAwait(false);
        List<SyncLease> all = await session.QueryAsync(
            SyncStatements.Leases, row => new SyncLease(row.Integer(0), row.Integer(1), row.Text(2)), cancellationToken).ConfigureAwait(false);
        SyncLease own = new(site, (long)history.Number, _holder.Text);
        List<SyncLease> gone = all.FindAll(lease => lease == own || SyncHolder.IsGone(lease.Holder));
        foreach (SyncLease lease in gone)
        {
            await RemoveAsync(session, lease, cancellationToken).ConfigureAwait(false);
        }

        return [.. all.Except(gone)];
    }

    // A clock that is or was wrong must not stop anybody: the next request is never later than an interval from now.
    private TimeSpan EarlyBy(SyncState state) =>
        options.IsPaced && state.NextAt - Now is var wait && wait <= options.MinInterval + Millisecond ? wait : TimeSpan.Zero;

    private async Task<SyncTurn> GrantAsync(
        ArchiveSession session, SyncState state, long site, SyncHistory history, SyncWindow window, int left, CancellationToken cancellationToken)
    {
        DateTimeOffset now = Now;
        if (options.IsPaced)
        {
            DateOnly day = CentralTime.DayOf(now);
            DateTimeOffset next = now + options.MinInterval + Millisecond;
            await session.ExecuteAsync(
                SyncStatements.Advance,
                cancellationToken,
                ("@next", SqlValue.Instant(EpochTime.Seconds(next))),
                ("@millisecond", SqlValue.Small(next.Millisecond)),
                ("@day", SqlValue.Day(state.CountedOn(day))),
                ("@used", SqlValue.Integer(state.UsedOn(day) + 1))).ConfigureAwait(false);
        }

        await session.ExecuteAsync(
            SyncStatements.AddLease,
            cancellationToken,
            ("@site", SqlValue.Integer(site)),
            ("@parameter", SqlValue.Small((int)history.Number)),
            ("@holder", SqlValue.Text(_holder.Text)),
            ("@first", SqlValue.Day(window.First)),
            ("@last", SqlValue.Day(window.Last)),
            ("@expires", SqlValue.Instant(EpochTime.Seconds(now + leaseTime) + 1))).ConfigureAwait(false);
        return new SyncTurn.Granted(window, left);
    }

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, SqlValue Value)[] values) =>
        store.WriteAsync((session, token) => session.ExecuteAsync(sql, token, values), cancellationToken);
}
