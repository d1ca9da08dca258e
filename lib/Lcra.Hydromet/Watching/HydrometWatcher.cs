using System.Runtime.CompilerServices;
using Lcra.Hydromet.Time.Internal;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet;

/// <summary>Asks for rainfall reports again and again and tells what changed.</summary>
/// <remarks>
/// The first report is what later ones are held against: it raises only feeds that are down and thresholds that are over. Unknown stays
/// unknown: a total that is missing for a while is no reset and no rain, and what fell meanwhile is told once it is known, with its span.
/// </remarks>
public sealed class HydrometWatcher
{
    // A minute after files are due.
    private static readonly TimeSpan RequestPoint = TimeSpan.FromMinutes(2);
    private readonly Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> _source;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan? _interval;
    private readonly RainfallThreshold[] _thresholds;

    /// <summary>Initializes a new instance that asks LCRA through a client; a feed that fails keeps its earlier rows.</summary>
    /// <param name="client">The client.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">The interval is not above zero.</exception>
    public HydrometWatcher(HydrometClient client, TimeProvider timeProvider, HydrometWatcherOptions? options = null)
        : this(Asking(client), timeProvider, options)
    {
    }

    /// <summary>Initializes a new instance over any source of reports, such as a cache or a client's reports of all feeds.</summary>
    /// <param name="source">Gives the present report. A <see cref="HydrometException"/> from it means that every feed is down; others end the watch.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="options">The settings; null for the defaults.</param>
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

    /// <summary>Asks at once, then after each interval, until it is cancelled. It never ends by itself, and each call watches anew.</summary>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>The changes as they are seen: feeds first, then gauges in the report's order, then thresholds.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
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
