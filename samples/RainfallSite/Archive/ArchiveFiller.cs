using Lcra.Hydromet;
using Lcra.Hydromet.Archive;

namespace RainfallSite.Archive;

/// <summary>
/// Requests what visitors miss, and every few hours the newest days of every gauge in the archive. The archive itself keeps the pace of all
/// processes that fill it: one request a second, two at once.
/// </summary>
internal sealed partial class ArchiveFiller(SiteArchive archive, ArchiveQueue queue, HydrometClient client, TimeProvider clock, ILogger<ArchiveFiller> logger) : BackgroundService
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromHours(6);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            ArchiveQueueEntry? entry = await queue.TakeAsync(RefreshInterval, clock, stoppingToken);
            try
            {
                HydrometArchive open = await archive.OpenAsync(stoppingToken);
                ArchiveSyncResult? result = entry is { } missed
                    ? await new ArchiveSync(open, client).RunAsync([missed.Site], [missed.Parameter], missed.First == DateOnly.MinValue ? null : missed.First, cancellationToken: stoppingToken)
                    : await RefreshAsync(open, stoppingToken);
                if (result is not null and not { Outcome: ArchiveSyncOutcome.Completed, FailedWindows: 0 })
                {
                    LogIncomplete(logger, result);
                    await WaitAsync(result.ResumeAt - clock.GetUtcNow() ?? Pause, stoppingToken);
                }
            }
            catch (HydrometException failure)
            {
                LogFailure(logger, failure);
                await WaitAsync(Pause, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The archive is not complete: {Result}")]
    private static partial void LogIncomplete(ILogger logger, ArchiveSyncResult result);

    [LoggerMessage(LogLevel.Warning, "The archive could not be filled.")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    private async Task<ArchiveSyncResult?> RefreshAsync(HydrometArchive open, CancellationToken cancellationToken)
    {
        ArchiveSync sync = new(open, client);
        ArchiveSyncResult? last = null;
        foreach (IGrouping<HistoryParameter, ArchiveSiteStatus> stored in (await open.GetStatusAsync(cancellationToken)).Sites.GroupBy(site => site.Parameter))
        {
            DateOnly first = CentralTime.Today(clock).AddDays(-new ArchiveSyncOptions().CorrectionDays);
            last = await sync.RunAsync(stored.Select(site => site.Site), [stored.Key], first, cancellationToken: cancellationToken);
            if (last.Outcome != ArchiveSyncOutcome.Completed)
            {
                break;
            }
        }

        return last;
    }

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait > TimeSpan.Zero ? wait : Pause, clock, cancellationToken);
}
