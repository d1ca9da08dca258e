using Lcra.Hydromet;

namespace RainfallSite.Alerts;

/// <summary>Watches the reports that the site has, and sends the alerts.</summary>
internal sealed partial class AlertWatch(RainfallAlertOptions options, IHydrometClient client, TimeProvider clock, ILogger<AlertWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using RainfallAlertSender sender = new(options, (change, reason) => LogUndelivered(reason, change.Kind), clock);
        HydrometWatcher watcher = new(client, new HydrometWatcherOptions { Thresholds = options.Thresholds }, clock);
        await foreach (RainfallChange change in watcher.WatchAsync(stoppingToken))
        {
            if (sender.Send(change))
            {
                LogAlert(change);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Alert: {Change}")]
    private partial void LogAlert(RainfallChange change);

    [LoggerMessage(LogLevel.Warning, "{Reason} ({Kind})")]
    private partial void LogUndelivered(string reason, RainfallChangeKind kind);
}
