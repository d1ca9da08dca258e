using System.Runtime.CompilerServices;
using Lcra.Hydromet.Time.Internal;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet;

/// <summary>Polls rainfall reports and returns the changes.</summary>
/// <remarks>
/// The first report is the baseline: it reports only feeds that are down and thresholds that are crossed. Unknown stays
/// unknown: a missing total is neither a reset nor rain, and the rain of that time is reported when it is known, with its interval.
/// </remarks>
public sealed class HydrometWatcher
{
    // One minute after files are due.
    private static readonly TimeSpan RequestPoint = TimeSpan.FromMinutes(2);
    private readonly Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> _source;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan? _interval;
    private readonly RainfallThreshold[] _thresholds;

    /// <summary>Initializes a new instance that polls LCRA through a client; a feed that fails keeps its earlier rows.</summary>
    /// <param name="client">The client.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The interval is not above zero.</exception>
    public HydrometWatcher(HydrometClient client, TimeProvider timeProvider, HydrometWatcherOptions? options = null)
        : this(Asking(client), timeProvider, options)
    {
    }

    /// <summary>Initializes a new instance over any source of reports, such as a cache or a client's reports of all feeds.</summary>
    /// <param name="source">Returns the current report. A <see cref="HydrometException"/> from it means that every feed is down; other exceptions end the watch.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The interval is not above zero.</exception>
    public HydrometWatcher(Func<CancellationToken, ValueTask<RainfallReport>> source, TimeProvider timeProvider, HydrometWatcherOptions? options = null)
        : this(Asking(source), timeProvider, options)
    {
    }

    private HydrometWatcher(
        Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> source, TimeProvider timeProvider, HydrometWatcherOptions? options)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (options?.Interval <= TimeSpan.Zero)
        {
            throw new ArgumentException("The interval must be above zero; null follows LCRA's cycle.", nameof(options));
        }

        _source = source;
        _timeProvider = timeProvider;
        _interval = options?.Interval;
        _thresholds = [.. options?.Thresholds ?? []];
    }

    /// <summary>Polls at once and then after each interval, until it is canceled. Each call starts a new watch.</summary>
    /// <param name="cancellationToken">Cancels the watch.</param>
    /// <returns>The changes as they are seen: feeds first, then gauges in the report's order, then thresholds.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public async IAsyncEnumerable<RainfallChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ReportTracker memory = new(_thresholds);
        RainfallReport? report = null;
        while (true)
        {
            IReadOnlyList<RainfallChange> changes;
            try
            {
                report = await _source(report, cancellationToken).ConfigureAwait(false);
                changes = memory.Update(report, _timeProvider.GetUtcNow());
            }
            catch (HydrometException failure)
            {
                changes = memory.Fail(failure);
            }

            foreach (RainfallChange change in changes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return change;
            }

            await Task.Delay(_interval ?? ReportCycle.Until(_timeProvider.GetUtcNow(), RequestPoint), _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> Asking(HydrometClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return (earlier, cancellationToken) => new ValueTask<RainfallReport>(earlier is null
            ? client.GetRainfallAsync(RainfallScope.CsvFeeds, cancellationToken)
            : client.RefreshRainfallAsync(earlier, cancellationToken));
    }

    private static Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> Asking(Func<CancellationToken, ValueTask<RainfallReport>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (_, cancellationToken) => source(cancellationToken);
    }
}
