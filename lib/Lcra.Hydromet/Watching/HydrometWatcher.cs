using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Time.Internal;
using Lcra.Hydromet.Watching.Internal;

namespace Lcra.Hydromet;

/// <summary>Polls rainfall reports and returns the changes.</summary>
/// <remarks>
/// The first report is the baseline: it reports only feeds that are down and thresholds that are crossed. Unknown stays
/// unknown: a missing total is neither a reset nor rain, and the rain of that time is reported when it is known, with its interval.
/// </remarks>
/// <example>
/// <code>
/// HydrometWatcher watcher = new(client);
/// await foreach (RainfallChange change in watcher.WatchAsync(cancellationToken))
/// {
///     Console.WriteLine(change);
/// }
/// </code>
/// </example>
public sealed class HydrometWatcher
{
    private const int PhaseSteps = 1000;

    // Without a lag that is learned, from two to three minutes after each quarter of an hour, so that many programs don't poll at once.
    private static readonly TimeSpan RequestPoint = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Jitter = TimeSpan.FromMinutes(1);
    private static readonly HydrometFeed[] CsvFeeds = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall];
    private readonly Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> _source;
    private readonly HydrometFeed[] _feeds;
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _requestPoint;
    private readonly TimeSpan? _interval;
    private readonly RainfallThreshold[] _thresholds;

    /// <summary>Initializes a new instance that polls a client or a cache: all feeds together, each with a status of its own.</summary>
    /// <param name="client">The client; a feed that fails keeps its earlier rows.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public HydrometWatcher(IHydrometClient client, HydrometWatcherOptions? options = null, TimeProvider? timeProvider = null)
        : this(Asking(client), [.. CsvFeeds, HydrometFeed.AllSites], options, timeProvider, RandomPhase())
    {
    }

    /// <summary>Initializes a new instance over any source of reports.</summary>
    /// <param name="source">
    /// Returns the current report. A <see cref="HydrometException"/> from it means that the feed it names is down, or every feed when it names
    /// none; other exceptions end the watch.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public HydrometWatcher(Func<CancellationToken, ValueTask<RainfallReport>> source, HydrometWatcherOptions? options = null, TimeProvider? timeProvider = null)
        : this(Asking(source), CsvFeeds, options, timeProvider, RandomPhase())
    {
    }

    internal HydrometWatcher(Func<CancellationToken, ValueTask<RainfallReport>> source, HydrometWatcherOptions? options, TimeProvider timeProvider, double phase)
        : this(Asking(source), CsvFeeds, options, timeProvider, phase)
    {
    }

    private HydrometWatcher(
        Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> source, HydrometFeed[] feeds, HydrometWatcherOptions? options, TimeProvider? timeProvider, double phase)
    {
        _source = source;
        _feeds = feeds;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _requestPoint = RequestPoint + (Jitter * phase);
        _interval = options?.Interval;
        _thresholds = [.. options?.Thresholds ?? []];
    }

    /// <summary>Polls at once and then after each interval, until it is canceled. Each call starts a new watch.</summary>
    /// <param name="cancellationToken">Cancels the watch.</param>
    /// <returns>The changes as they are seen: feeds first, then gauges in the report's order, then thresholds.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public async IAsyncEnumerable<RainfallChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ReportTracker memory = new(_thresholds, _feeds);
        FeedSchedule schedule = new(_requestPoint, _interval);
        RainfallReport? report = null;
        while (true)
        {
            IReadOnlyList<RainfallChange> changes;
            schedule.Begin(_timeProvider.GetUtcNow(), force: true);
            try
            {
                report = await _source(report, cancellationToken).ConfigureAwait(false);
                changes = memory.Update(report, _timeProvider.GetUtcNow());
                schedule.End(LeadingFeed(report), _timeProvider.GetUtcNow());
            }
            catch (HydrometException failure)
            {
                changes = memory.Fail(failure);
                schedule.Fail(failure.RetryAfter, _timeProvider.GetUtcNow());
            }

            // However long the changes are read, and however the clock is set meanwhile.
            TimeSpan wait = schedule.Next - _timeProvider.GetUtcNow();
            long polled = _timeProvider.GetTimestamp();
            foreach (RainfallChange change in changes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return change;
            }

            TimeSpan delay = wait - _timeProvider.GetElapsedTime(polled);
            await Task.Delay(delay > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)) : TimeSpan.Zero, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // New rain is in Rainfall.csv, which is the first; without it, the next feed that is there tells when reports come.
    private static FeedStatus LeadingFeed(RainfallReport report) =>
        report.Feeds.FirstOrDefault(feed => feed.Failure is null) ?? report.Feeds[0];

    private static double RandomPhase() => RandomNumberGenerator.GetInt32(PhaseSteps + 1) / (double)PhaseSteps;

    private static Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> Asking(IHydrometClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return (earlier, cancellationToken) => new ValueTask<RainfallReport>(earlier is not null && client is HydrometClient live
            ? live.RefreshRainfallAsync(earlier, cancellationToken)
            : client.GetRainfallAsync(cancellationToken));
    }

    private static Func<RainfallReport?, CancellationToken, ValueTask<RainfallReport>> Asking(Func<CancellationToken, ValueTask<RainfallReport>> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return (_, cancellationToken) => source(cancellationToken);
    }
}
