using System.Diagnostics.Metrics;
using Lcra.Hydromet.Archive.Sync.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Archive;

/// <summary>
/// Days that somebody asked for and that the archive lacks, requested one window after the other in the background. It shares pace, budget and pauses with
/// <see cref="ArchiveSync"/>, takes turns between sites, and is bounded, so that any number of visitors cause no more requests than the pace allows.
/// </summary>
/// <remarks>Its length is the gauge <c>hydromet.archive.queue.length</c> of the meter <c>Lcra.Hydromet.Archive</c>.</remarks>
/// <example>
/// <code>
/// using ArchiveFiller filler = new(archive, client);
/// Task filling = filler.RunAsync(stopping);
/// filler.Enqueue(SiteId.Parse("3018"), HistoryParameter.RainDaily, new DateOnly(2007, 6, 1), new DateOnly(2007, 6, 30));
/// </code>
/// </example>
public sealed class ArchiveFiller : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Lcra.Hydromet.Archive";

    /// <summary>The maximum number of entries of one site.</summary>
    public const int MaxOfSite = 4;

    private static readonly TimeSpan MinPauseOfHost = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPauseOfHost = TimeSpan.FromMinutes(15);

    // The archive is asked again whether the pause or the day is over, because the clock may be set, and this machine may sleep.
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    private readonly HydrometArchive _archive;
    private readonly HydrometClient _client;
    private readonly ArchiveSyncOptions _options;
    private readonly TimeProvider _clock;
    private readonly FillEntries _entries;
    private readonly SemaphoreSlim _queued = new(0);
    private readonly Meter _meter = new(MeterName);

    /// <summary>Initializes a new instance, which is empty.</summary>
    /// <param name="archive">The archive, open for writing.</param>
    /// <param name="client">The client that requests history.</param>
    /// <param name="options">The pace and the limits; null for the defaults.</param>
    /// <param name="capacity">The maximum number of entries.</param>
    /// <param name="timeProvider">The clock of pace, budget and pauses; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is not valid, or the capacity is not 1 to 10,000.</exception>
    public ArchiveFiller(HydrometArchive archive, HydrometClient client, ArchiveSyncOptions? options = null, int capacity = 500, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, 10_000);
        _archive = archive;
        _client = client;
        _options = (options ?? new ArchiveSyncOptions()).Copy();
        _options.Validate(nameof(options));
        _clock = timeProvider ?? TimeProvider.System;
        _entries = new FillEntries(capacity, MaxOfSite);
        _meter.CreateObservableGauge("hydromet.archive.queue.length", () => Count, "{entry}", "The entries that wait to be requested.");
    }

    /// <summary>Gets the number of entries that wait.</summary>
    public int Count => _entries.Count;

    /// <summary>Asks for days. Safe to be called by any number of visitors; it sends nothing.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parameter">One of <see cref="HydrometArchive.Parameters"/>.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <returns>Whether the days are in the queue.</returns>
    /// <exception cref="ArgumentException">The days are not valid, or there is no such history.</exception>
    public ArchiveFillQueued Enqueue(SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last)
    {
        HistoryRequest.For(site, parameter, first, last, HistoryResolution.FifteenMinutes, _client.Clock.GetUtcNow());
        ArchiveFillQueued result = _entries.Add(new FillEntry(new SyncHistory(site, parameter), first, last));
        if (result == ArchiveFillQueued.Queued)
        {
            _queued.Release();
        }

        return result;
    }

    /// <summary>Requests what is in the queue, until it is canceled. Run it once in a process.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>A task that ends when the run is canceled.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">The run was canceled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeSpan pauseOfHost = TimeSpan.Zero;
        while (true)
        {
            await _queued.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (_entries.Take() is not { } entry)
            {
                continue;
            }

            SyncPlan plan = new(_options, entry.First, CentralTime.At(_client.Clock.GetUtcNow()), entry.Last);
            SyncRun run = new(_archive, _client, _options, _clock, plan, progress: null) { IsOneRequest = true };
            ArchiveSyncResult result = await run.RunAsync([entry.History], cancellationToken).ConfigureAwait(false);

            // Its next window is behind the others' turns. A window that failed is passed over, and after three the entry is dropped.
            if (entry.History.FailedInRow < SyncRun.MaxFailedInRow && (result.Requests > 0 || result.Outcome != ArchiveSyncOutcome.Completed))
            {
                _entries.Return(entry);
                _queued.Release();
            }
            else
            {
                _entries.Forget();
            }

            // What LCRA asks for, and twice as long after each request that it failed to answer.
            pauseOfHost = run.IsHostFailing ? Clamp(2 * pauseOfHost) : result.Requests > 0 ? TimeSpan.Zero : pauseOfHost;
            TimeSpan pause = result.ResumeAt is { } resume ? Shorter(resume - _clock.GetUtcNow(), MaxPause) : run.IsHostFailing ? pauseOfHost : TimeSpan.Zero;
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Clamp(TimeSpan pause) => pause < MinPauseOfHost ? MinPauseOfHost : pause > MaxPauseOfHost ? MaxPauseOfHost : pause;

    /// <summary>Ends the metrics. What waits is forgotten.</summary>
    public void Dispose()
    {
        _meter.Dispose();
        _queued.Dispose();
    }
}
