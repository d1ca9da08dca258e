using Lcra.Hydromet;
using Lcra.Hydromet.Archive;

namespace RainfallSite.Archive;

/// <summary>
/// Requests what visitors miss, and every few hours the newest days of every gauge in the archive. The archive itself keeps the pace of all
/// processes that fill it: one request a second, two at once.
/// </summary>
internal sealed partial class ArchiveFilling(SiteArchive archive, HydrometClient client, TimeProvider clock, ILogger<ArchiveFilling> logger) : BackgroundService
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private ArchiveFiller? _filler;

    /// <summary>Gets the number of requests that wait.</summary>
    public int Count => Volatile.Read(ref _filler)?.Count ?? 0;

    /// <summary>Requests days of a gauge.</summary>
    /// <returns>Whether they are in the queue; false when it is full.</returns>
    public bool TryRequest(HydrometArchive open, SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last)
    {
        DateOnly today = CentralTime.Today(clock);
        return first <= today && FillerOf(open).Enqueue(site, parameter, first, last < today ? last : today) != ArchiveFillQueued.Full;
    }

    public override void Dispose()
    {
        _filler?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using CancellationTokenSource attempt = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            try
            {
                HydrometArchive open = await archive.OpenAsync(stoppingToken);
                Task filling = FillerOf(open).RunAsync(attempt.Token);
                Task refreshing = RefreshAsync(open, attempt.Token);
                Task ended = await Task.WhenAny(filling, refreshing);
                await attempt.CancelAsync();
                await Task.WhenAll(filling, refreshing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await ended;
            }
            catch (HydrometException failure)
            {
                LogFailure(logger, failure);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The archive is not complete: {Result}")]
    private static partial void LogIncomplete(ILogger logger, ArchiveSyncResult result);

    [LoggerMessage(LogLevel.Warning, "The archive could not be filled.")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    private ArchiveFiller FillerOf(HydrometArchive open)
    {
        lock (_lock)
        {
            return _filler ??= new ArchiveFiller(open, client);
        }
    }

    private async Task RefreshAsync(HydrometArchive open, CancellationToken cancellationToken)
    {
        ArchiveSync sync = new(open, client);
        while (true)
        {
            DateOnly first = CentralTime.Today(clock).AddDays(-new ArchiveSyncOptions().CorrectionDays);
            foreach (IGrouping<HistoryParameter, ArchiveSiteStatus> stored in (await open.GetStatusAsync(cancellationToken)).Sites.GroupBy(site => site.Parameter))
            {
                ArchiveSyncResult result = await sync.RunAsync(stored.Select(site => site.Site), [stored.Key], first, cancellationToken: cancellationToken);
                if (result is not { Outcome: ArchiveSyncOutcome.Completed, FailedWindows: 0 })
                {
                    LogIncomplete(logger, result);
                }
            }

            await Task.Delay(RefreshInterval, clock, cancellationToken);
        }
    }
}
