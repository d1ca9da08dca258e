using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>Asks for a new report in the background: one download per feed and refresh, however many visitors there are.</summary>
internal sealed partial class RainfallRefresh(
    HydrometClient client, RainfallStore store, RefreshSchedule schedule, TimeProvider clock, ILogger<RainfallRefresh> logger)
    : BackgroundService
{
    private SiteReport? _sites;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            bool failed = !await TryRefreshAsync(stoppingToken);
            store.EndAttempt();
            await Task.Delay(schedule.DelayAfter(clock.GetUtcNow(), failed), clock, stoppingToken);
        }
    }

    private async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            Task<SiteReport?> sites = GetSitesAsync(cancellationToken);
            RainfallReport report = store.Current is { } earlier
                ? await client.RefreshRainfallAsync(earlier, cancellationToken)
                : await client.GetRainfallAsync(cancellationToken);
            _sites = await sites;
            report = _sites is null ? report : report.Join(_sites);
            store.Keep(report);
            foreach (FeedStatus feed in report.Feeds.Where(feed => feed.Failure is not null))
            {
                Log.FeedFailed(logger, feed.Feed.Name, feed.Failure!.Message);
            }

            Log.Refreshed(logger, report.Gauges.Count, report.Findings.Count);
            return report.Feeds.All(feed => feed.Failure is null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NothingFetched(logger, failure);
            return false;
        }
    }

    // The three rainfall feeds are the answer; coordinates and the other agencies' gauges come on top when they can be had.
    private async Task<SiteReport?> GetSitesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _sites is null
                ? await client.GetSitesAsync(cancellationToken)
                : await client.RefreshSitesAsync(_sites, cancellationToken);
        }
        catch (HydrometException failure)
        {
            Log.FeedFailed(logger, HydrometFeed.AllSites.Name, failure.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refreshed: {Gauges} gauges, {Findings} findings")]
        public static partial void Refreshed(ILogger logger, int gauges, int findings);

        [LoggerMessage(2, LogLevel.Warning, "{Feed} could not be refreshed: {Reason}")]
        public static partial void FeedFailed(ILogger logger, string feed, string reason);

        [LoggerMessage(3, LogLevel.Error, "No report could be fetched")]
        public static partial void NothingFetched(ILogger logger, Exception failure);
    }
}
