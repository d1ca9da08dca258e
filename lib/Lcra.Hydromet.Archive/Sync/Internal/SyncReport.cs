namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>What a run did so far, told step by step. Safe for the workers of a run.</summary>
internal sealed class SyncReport(TimeProvider clock, IProgress<ArchiveSyncProgress>? progress)
{
    private const int MaxFailures = 100;

    private readonly Lock _lock = new();
    private readonly long _began = clock.GetTimestamp();
    private readonly List<ArchiveSyncFailure> _failures = [];
    private IReadOnlyList<SyncHistory> _histories = [];
    private int _requests;
    private int _failed;
    private (ArchiveSyncOutcome Outcome, DateTimeOffset? ResumeAt, string Message)? _end;

    public bool IsEnded
    {
        get
        {
            lock (_lock)
            {
                return _end is not null;
            }
        }
    }

    public void Begin(IReadOnlyList<SyncHistory> histories) => _histories = histories;

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void Stored(SyncHistory history, SyncWindow window, ArchiveWriteResult stored)
    {
        lock (_lock)
        {
            history.RequestsLeft = Math.Max(1, history.RequestsLeft - 1);
            history.Added += stored.Added;
            history.Corrected += stored.Corrected;
            Report(ArchiveSyncEvent.WindowStored, history, window, stored.Added, stored.Corrected, _requests);
        }
    }

    public void Failed(SyncHistory history, SyncWindow window, HydrometException failure)
    {
        lock (_lock)
        {
            _failed++;
            if (_failures.Count < MaxFailures)
            {
                _failures.Add(new ArchiveSyncFailure
                {
                    Site = history.Site,
                    Parameter = history.Parameter,
                    First = window.First,
                    Last = window.Last,
                    Kind = failure.Kind,
                    Message = failure.Message,
                });
            }

            Report(ArchiveSyncEvent.WindowFailed, history, window, 0, 0, _requests, failure.Message);
        }
    }

    public void Tell(ArchiveSyncEvent what, SyncHistory history, SyncWindow? window, string message)
    {
        lock (_lock)
        {
            Report(what, history, window, 0, 0, _requests, message);
        }
    }

    public void Done(SyncHistory history)
    {
        lock (_lock)
        {
            history.RequestsLeft = 0;
            Report(ArchiveSyncEvent.SiteDone, history, window: null, history.Added, history.Corrected, history.Requests);
        }
    }

    /// <summary>Ends the run early; the first reason counts.</summary>
    public void End(ArchiveSyncOutcome outcome, DateTimeOffset? resumeAt, string message)
    {
        lock (_lock)
        {
            _end ??= (outcome, resumeAt, message);
        }
    }

    public ArchiveSyncResult Result()
    {
        lock (_lock)
        {
            (ArchiveSyncOutcome outcome, DateTimeOffset? resumeAt, string message) = _end ?? (
                ArchiveSyncOutcome.Completed,
                null,
                _failed == 0 ? "Everything is in the archive." : "Run this again: it requests the windows that failed.");
            return new ArchiveSyncResult
            {
                Outcome = outcome,
                Requests = _requests,
                Added = _histories.Sum(history => history.Added),
                Corrected = _histories.Sum(history => history.Corrected),
                FailedWindows = _failed,
                Failures = _failures,
                ResumeAt = resumeAt,
                Message = message,
            };
        }
    }

    private void Report(ArchiveSyncEvent what, SyncHistory history, SyncWindow? window, int added, int corrected, int requests, string? message = null)
    {
        if (progress is null)
        {
            return;
        }

        TimeSpan elapsed = clock.GetElapsedTime(_began);
        int left = _histories.Sum(each => each.RequestsLeft);
        progress.Report(new ArchiveSyncProgress
        {
            Event = what,
            Site = history.Site,
            Parameter = history.Parameter,
            First = window?.First,
            Last = window?.Last,
            Added = added,
            Corrected = corrected,
            Requests = requests,
            RequestsLeft = left,
            RequestsPerMinute = elapsed > TimeSpan.Zero ? _requests / elapsed.TotalMinutes : 0,
            TimeLeft = _requests > 0 ? elapsed / _requests * left : null,
            Message = message,
        });
    }
}
