using System.Globalization;
using System.Net;

namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <content>What a failed request means for its window, and for the run.</content>
internal sealed partial class SyncRun
{
    // Of a response that asks for no time: 429, or a page instead of JSON.
    private static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(1);
    private const int MaxRefusals = 3;

    // The end of a pause is stored as a whole second.
    private TimeSpan MaxWait => _options.MaxRetryAfter + TimeSpan.FromSeconds(1);

    /// <summary>Counts a failure.</summary>
    /// <returns>How long this history waits before its next request.</returns>
    private async Task<TimeSpan> FailAsync(SyncHistory history, SyncWindow window, HydrometException failure, CancellationToken cancellationToken)
    {
        if (failure.Kind == HydrometFailureKind.Blocked)
        {
            await BlockAsync(failure, cancellationToken).ConfigureAwait(false);
            return TimeSpan.Zero;
        }

        if (IsRefusal(failure))
        {
            return await RefuseAsync(history, window, failure, cancellationToken).ConfigureAwait(false);
        }

        bool isOfHost = failure.Kind is HydrometFailureKind.Unreachable or HydrometFailureKind.TimedOut or HydrometFailureKind.Truncated or HydrometFailureKind.UntrustedCertificate
            || failure.StatusCode >= HttpStatusCode.InternalServerError;
        if (isOfHost && (Interlocked.Increment(ref _failuresInRow) >= _options.MaxConsecutiveFailures || failure.Kind == HydrometFailureKind.UntrustedCertificate))
        {
            _report.Failed(history, window, failure);
            _report.End(ArchiveSyncOutcome.HostUnavailable, null, $"LCRA is unavailable: {failure.Message} Run this again later; it goes on where it ended.");
            return TimeSpan.Zero;
        }

        history.Attempts++;
        if (failure.IsTransient && history.Attempts < _options.MaxAttempts)
        {
            _report.Tell(ArchiveSyncEvent.Retry, history, window, failure.Message);
            return _options.RetryDelay * Math.Pow(2, history.Attempts - 1);
        }

        history.Finish(window);
        history.FailedInRow++;
        _report.Failed(history, window, failure);
        return TimeSpan.Zero;
    }

    private static bool IsRefusal(HydrometException failure) =>
        failure.StatusCode == HttpStatusCode.TooManyRequests || failure.RetryAfter is not null || failure.Kind == HydrometFailureKind.WebPage;

    // Every process waits. Refused again and again, it is a block.
    private async Task<TimeSpan> RefuseAsync(SyncHistory history, SyncWindow window, HydrometException failure, CancellationToken cancellationToken)
    {
        TimeSpan wait = failure.RetryAfter ?? DefaultPause;
        DateTimeOffset until = CentralTime.At(_clock.GetUtcNow() + wait);
        if (Interlocked.Increment(ref _refusalsInRow) >= MaxRefusals)
        {
            await BlockAsync(failure, cancellationToken).ConfigureAwait(false);
            return TimeSpan.Zero;
        }

        await _ledger.PauseAsync(until, isBlocked: false, cancellationToken).ConfigureAwait(false);
        if (wait > _options.MaxRetryAfter)
        {
            EndLater(until);
        }
        else
        {
            _report.Tell(ArchiveSyncEvent.Paused, history, window, string.Create(CultureInfo.InvariantCulture, $"{failure.Message} Waiting until {until:HH:mm:ss zzz}."));
        }

        return TimeSpan.Zero;
    }

    private async Task BlockAsync(HydrometException failure, CancellationToken cancellationToken)
    {
        DateTimeOffset until = CentralTime.At(_clock.GetUtcNow() + (failure.RetryAfter > _options.BlockPause ? failure.RetryAfter.Value : _options.BlockPause));
        await _ledger.PauseAsync(until, isBlocked: true, cancellationToken).ConfigureAwait(false);
        EndBlocked(until, failure.Message);
    }

    private async Task WaitAsync(SyncHistory history, SyncTurn.Paused paused, CancellationToken cancellationToken)
    {
        if (paused.IsBlocked)
        {
            EndBlocked(paused.Until, "LCRA blocked an earlier request.");
        }
        else if (paused.Until - _clock.GetUtcNow() > MaxWait)
        {
            EndLater(paused.Until);
        }
        else
        {
            _report.Tell(ArchiveSyncEvent.Paused, history, window: null, string.Create(CultureInfo.InvariantCulture, $"LCRA asked for a pause until {paused.Until:HH:mm:ss zzz}."));
            await DelayUntilAsync(paused.Until, cancellationToken).ConfigureAwait(false);
        }
    }

    private void EndBlocked(DateTimeOffset until, string reason) => _report.End(
        ArchiveSyncOutcome.Blocked,
        until,
        string.Create(CultureInfo.InvariantCulture, $"{reason} Nothing is requested before {until:yyyy-MM-dd HH:mm zzz}. If it happens again, ask LCRA, and set a contact in the options."));

    private void EndLater(DateTimeOffset until) => _report.End(
        ArchiveSyncOutcome.RetryLater, until, string.Create(CultureInfo.InvariantCulture, $"LCRA asks to wait: run this again after {until:yyyy-MM-dd HH:mm zzz}."));
}
