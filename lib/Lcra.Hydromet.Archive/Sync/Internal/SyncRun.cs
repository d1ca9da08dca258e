using System.Collections.Concurrent;
using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>One run: as many workers as requests may be under way, each of which fills one history after the other.</summary>
internal sealed partial class SyncRun
{
    public const int MaxFailedInRow = 3;

    // Beyond the longest request: the time to store its records.
    private static readonly TimeSpan StoreTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

    private readonly HydrometArchive _archive;
    private readonly HydrometClient _client;
    private readonly ArchiveSyncOptions _options;
    private readonly TimeProvider _clock;
    private readonly SyncLedger _ledger;
    private readonly SyncPlan _plan;
    private readonly SyncReport _report;
    private readonly ConcurrentQueue<SyncHistory> _waiting = new();
    private int _failuresInRow;
    private int _refusalsInRow;

    public SyncRun(
        HydrometArchive archive, HydrometClient client, ArchiveSyncOptions options, TimeProvider clock, SyncPlan plan, IProgress<ArchiveSyncProgress>? progress)
    {
        _archive = archive;
        _client = client;
        _options = options;
        _clock = clock;
        _ledger = new SyncLedger(archive.Store, options, client.AttemptTimeout + StoreTime, clock);
        _plan = plan;
        _report = new SyncReport(clock, progress);
    }

    /// <summary>Gets a value indicating whether the run ends after one request, and does not count as the archive's last sync.</summary>
    public bool IsOneRequest { get; init; }

    /// <summary>Gets a value indicating whether the host failed to answer the last request.</summary>
    public bool IsHostFailing => Volatile.Read(ref _failuresInRow) > 0;

    public async Task<ArchiveSyncResult> RunAsync(SyncHistory[] histories, CancellationToken cancellationToken)
    {
        int perHistory = _plan.CountLeft(new SyncWindow(CentralTime.DayOf(_client.Clock.GetUtcNow()), CentralTime.DayOf(_client.Clock.GetUtcNow())));
        foreach (SyncHistory history in histories)
        {
            history.RequestsLeft = perHistory;
            _waiting.Enqueue(history);
        }

        _report.Begin(histories);
        if (!IsOneRequest)
        {
            await _ledger.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, _options.MaxConcurrentRequests).Select(_ => WorkAsync(ended))).ConfigureAwait(false);
        ArchiveSyncResult result = _report.Result();
        if (!IsOneRequest)
        {
            await _ledger.EndAsync(result.Outcome, result.FailedWindows, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    // What ends one worker for good ends the others.
    private async Task WorkAsync(CancellationTokenSource ended)
    {
        try
        {
            while (!_report.IsEnded && _waiting.TryDequeue(out SyncHistory? history))
            {
                await FillAsync(history, ended.Token).ConfigureAwait(false);
            }
        }
        catch
        {
            await ended.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task FillAsync(SyncHistory history, CancellationToken cancellationToken)
    {
        while (!_report.IsEnded)
        {
            switch (await _ledger.TakeAsync(history, _plan, cancellationToken).ConfigureAwait(false))
            {
                case SyncTurn.Granted granted:
                    history.RequestsLeft = granted.RequestsLeft;
                    await RequestAsync(history, granted, cancellationToken).ConfigureAwait(false);
                    if (history.FailedInRow >= MaxFailedInRow || IsOneRequest)
                    {
                        _report.Done(history);
                        return;
                    }

                    break;
                case SyncTurn.Early early:
                    await DelayAsync(early.Wait, cancellationToken).ConfigureAwait(false);
                    break;
                case SyncTurn.Done:
                    _report.Done(history);
                    return;
                case SyncTurn.UnderWay:
                    _waiting.Enqueue(history);
                    await Task.Delay(Poll, _clock, cancellationToken).ConfigureAwait(false);
                    return;
                case SyncTurn.BudgetSpent spent:
                    _report.End(ArchiveSyncOutcome.BudgetSpent, spent.Until, string.Create(CultureInfo.InvariantCulture, $"The {_options.DailyBudget} requests of today are used up: run this again tomorrow, or raise the budget."));
                    return;
                case SyncTurn.Paused paused:
                    await WaitAsync(history, paused, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task RequestAsync(SyncHistory history, SyncTurn.Granted granted, CancellationToken cancellationToken)
    {
        TimeSpan pause = TimeSpan.Zero;
        try
        {
            history.Requests++;
            _report.CountRequest();
            ArchiveWriteResult stored = await StoreAsync(history, granted.Window, cancellationToken).ConfigureAwait(false);
            history.Finish(granted.Window);
            history.FailedInRow = 0;
            Volatile.Write(ref _failuresInRow, 0);
            Volatile.Write(ref _refusalsInRow, 0);
            _report.Stored(history, granted.Window, stored);
        }
        catch (HydrometException failure) when (failure is not HydrometArchiveException)
        {
            pause = await FailAsync(history, granted.Window, failure, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Canceled or not: the next run need not wait for the end of the lease.
            await _ledger.ReturnAsync(history, CancellationToken.None).ConfigureAwait(false);
        }

        if (pause > TimeSpan.Zero && !_report.IsEnded)
        {
            await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ArchiveWriteResult> StoreAsync(SyncHistory history, SyncWindow window, CancellationToken cancellationToken)
    {
        DateTimeOffset sentAt = _client.Clock.GetUtcNow();
        HistoryResponse response = await _client.GetHistoryResponseAsync(
            history.Site, history.Parameter, window.First, window.Last, findings: null, cancellationToken).ConfigureAwait(false);

        // A cache in between may have an older response, which knows nothing of the time since.
        ArchiveRequest request = new()
        {
            Site = history.Site,
            Parameter = history.Parameter,
            First = window.First,
            Last = window.Last,
            RequestedAt = response.Response.FetchedAt < sentAt ? response.Response.FetchedAt : sentAt,
            Address = response.Address,
            StatusCode = response.Response.StatusCode,
            Rows = response.Rows,
            Sha256 = response.Sha256,
        };
        return await _archive.StoreHistoryAsync(request, response.Records, cancellationToken).ConfigureAwait(false);
    }

    // A part of a millisecond would be no delay.
    private Task DelayAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), _clock, cancellationToken);

    private async Task DelayUntilAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        // A timer may end a moment early, and the clock may be set meanwhile.
        while (!_report.IsEnded && time - _clock.GetUtcNow() is var rest && rest > TimeSpan.Zero && rest <= MaxWait)
        {
            await DelayAsync(rest < MaxDelay ? rest : MaxDelay, cancellationToken).ConfigureAwait(false);
        }
    }
}
