using System.Globalization;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>One cached report, with one refresh at a time for any number of callers.</summary>
internal sealed class RefreshingCacheEntry<T>(
    RefreshingCacheSettings settings, HydrometFeed? feed, string name, Func<T?, CancellationToken, Task<T>> refresh, Func<T, Freshness> judge)
    where T : class
{
    private readonly Lock _lock = new();
    private Task _refresh = Task.CompletedTask;
    private volatile State _state = new();

    /// <summary>Gets the report; null when there is none, or it has expired.</summary>
    public T? Current => IfFresh(_state);

    public bool WasAskedFor { get; private set; }

    /// <summary>Gets when the report is due; the minimum value before the first refresh, and when the clock was set back since the last one.</summary>
    public DateTimeOffset NextRefreshAt =>
        _state is { NextRefreshAt: { } next } state && !ReportCycle.IsSetBack(Now, state.RefreshedAt) ? next : DateTimeOffset.MinValue;

    public HydrometCacheStatus Status
    {
        get
        {
            State state = _state;
            DateTimeOffset? fetchedAt = IfFresh(state) is null ? null : CentralTime.At(state.Fresh.Oldest);
            return new HydrometCacheStatus
            {
                FetchedAt = fetchedAt,
                Cycle = fetchedAt is { } at ? CentralTime.At(at - ReportCycle.Since(at, ReportCycle.FilesDue)) : null,
                RefreshedAt = state.RefreshedAt is { } ended ? CentralTime.At(ended) : null,
                NextRefreshAt = state.NextRefreshAt is { } next ? CentralTime.At(next) : null,
                Failure = state.Failure,
            };
        }
    }

    private DateTimeOffset Now => settings.Clock.GetUtcNow();

    public ValueTask<T> GetAsync(bool othersRefresh, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfDisposed();
        WasAskedFor = true;
        return (othersRefresh || Now < NextRefreshAt) && GetCurrent() is { } report ? ValueTask.FromResult(report) : WaitAsync(cancellationToken);
    }

    /// <summary>Gets the report without waiting, and counts a cache hit.</summary>
    private T? GetCurrent()
    {
        T? report = Current;
        if (report is not null)
        {
            settings.Metrics.CountCacheHit(feed);
        }

        return report;
    }

    /// <summary>Refreshes the report when it is due, or joins the running refresh. A failure is stored, not thrown.</summary>
    public Task RefreshDueAsync()
    {
        lock (_lock)
        {
            ThrowIfDisposed();

            // The caller that starts a refresh gets its outcome; a later caller does not get the failure of an earlier refresh.
            if (_refresh.IsCompleted && Now >= NextRefreshAt)
            {
                return _refresh = Task.Run(RunAsync, CancellationToken.None);
            }

            return _refresh.IsFaulted || _refresh.IsCanceled ? Task.CompletedTask : _refresh;
        }
    }

    private async ValueTask<T> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RefreshDueAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ThrowIfDisposed();
            throw;
        }

        return Current ?? throw NothingFresh();
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(settings.Lifetime.IsCancellationRequested, typeof(HydrometCache));

    private async Task RunAsync()
    {
        State before = _state;
        try
        {
            T report = await refresh(Current, settings.Lifetime).ConfigureAwait(false);
            Freshness fresh = judge(report);
            Record(before with { Report = report, Fresh = fresh }, fresh.Feeds, fresh.Failure);
        }
        catch (HydrometException failure)
        {
            Record(before, [], failure);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Record(before, [], new HydrometException($"The refresh of {name} failed: {bug.Message}", bug));
            throw;
        }
    }

    private void Record(State state, IReadOnlyCollection<FeedStatus> feeds, HydrometException? failure)
    {
        int failures = failure is null ? 0 : state.Failures + 1;
        DateTimeOffset now = Now;
        _state = state with { Failures = failures, Failure = failure, RefreshedAt = now, NextRefreshAt = settings.Schedule.Next(now, feeds, failure, failures) };
    }

    private T? IfFresh(State state) => state.Report is not null && Now - state.Fresh.Newest <= settings.Options.MaxStaleness ? state.Report : null;

    private HydrometException NothingFresh()
    {
        State state = _state;
        string reason = state.Report is not null
            ? string.Create(CultureInfo.InvariantCulture, $"The last {name} was downloaded at {CentralTime.At(state.Fresh.Newest):yyyy-MM-dd HH:mm zzz}, which is longer ago than {nameof(HydrometCacheOptions.MaxStaleness)} ({settings.Options.MaxStaleness}) allows, and no newer one is available.")
            : $"The {name} has not been downloaded yet.";
        TimeSpan wait = NextRefreshAt - Now;
        return new HydrometException($"{reason} {state.Failure?.Message}".TrimEnd(), state.Failure)
        {
            Kind = state.Failure?.Kind ?? HydrometFailureKind.Other,
            Feed = state.Failure?.Feed,
            RequestUri = state.Failure?.RequestUri,
            StatusCode = state.Failure?.StatusCode,
            RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            IsTransient = true,
        };
    }

    private sealed record State(
        T? Report = null,
        Freshness Fresh = default,
        int Failures = 0,
        HydrometException? Failure = null,
        DateTimeOffset? RefreshedAt = null,
        DateTimeOffset? NextRefreshAt = null);
}
