using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>Refreshes the cache when it is due, if the options turn that on.</summary>
internal sealed partial class CacheRefreshService(
    HydrometCache cache, IOptions<HydrometCacheOptions> options, TimeProvider clock, ILogger<HydrometCache> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.RefreshInBackground)
        {
            return;
        }

        cache.IsRefreshedInBackground = true;
        while (true)
        {
            await RefreshAsync(stoppingToken).ConfigureAwait(false);
            TimeSpan delay = cache.NextRefreshAt - clock.GetUtcNow();
            await Task.Delay(delay > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)) : TimeSpan.Zero, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await cache.RefreshDueAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or ObjectDisposedException))
        {
            Log.Failed(logger, bug);
        }

        if (cache.CurrentRainfall is not { } report)
        {
            Log.NothingFetched(logger, cache.RainfallStatus.Failure);
            return;
        }

        foreach (FeedStatus feed in report.Feeds.Where(feed => feed.Failure is not null))
        {
            Log.FeedFailed(logger, feed.Feed.Name, feed.Failure!.Message);
        }

        Log.Refreshed(logger, report.Gauges.Count, report.Findings.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Refreshed: {Gauges} gauges, {Findings} findings")]
        public static partial void Refreshed(ILogger logger, int gauges, int findings);

        [LoggerMessage(2, LogLevel.Warning, "{Feed} could not be refreshed: {Reason}")]
        public static partial void FeedFailed(ILogger logger, string feed, string reason);

        [LoggerMessage(3, LogLevel.Error, "No rainfall report is available")]
        public static partial void NothingFetched(ILogger logger, Exception? failure);

        [LoggerMessage(4, LogLevel.Error, "A refresh failed with an unexpected exception")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
