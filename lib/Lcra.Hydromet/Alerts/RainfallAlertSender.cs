using Lcra.Hydromet.Alerts.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// Sends the alerts of a <see cref="HydrometWatcher"/> to a webhook, a program, or both: retried, bounded, and without holding up the watch.
/// An alert is an observation; this is not a warning service.
/// </summary>
/// <remarks>
/// Alerts are crossed and cleared thresholds, feeds that are down or up again, and gauges with a threshold that fell silent or report again.
/// Each receiver has a queue of its own and gets its alerts in their order.
/// </remarks>
/// <example>
/// <code>
/// RainfallThreshold[] thresholds = [new(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, overInches: 2.00m)];
/// HydrometWatcher watcher = new(client, new HydrometWatcherOptions { Thresholds = thresholds });
/// RainfallAlertOptions options = new() { Webhook = new Uri("https://alerts.example.org/rain"), Thresholds = thresholds };
/// await using RainfallAlertSender sender = new(options, (change, reason) => Console.Error.WriteLine(reason));
/// await foreach (RainfallChange change in watcher.WatchAsync(cancellationToken))
/// {
///     sender.Send(change);
/// }
/// </code>
/// </example>
public sealed class RainfallAlertSender : IAsyncDisposable
{
    private readonly HashSet<SiteId> _gauges;
    private readonly WebhookReceiver? _webhook;
    private readonly AlertQueue[] _queues;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">Where alerts go, and the limits of each delivery.</param>
    /// <param name="onUndelivered">Called with each alert that a receiver did not get, and why; it may be called by several threads, and what it throws is ignored. Null ignores them.</param>
    /// <param name="timeProvider">The clock of timeouts and delays; null for the system's.</param>
    public RainfallAlertSender(RainfallAlertOptions options, Action<RainfallChange, string>? onUndelivered = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _gauges = [.. options.Thresholds.Select(threshold => threshold.Site)];
        _webhook = options.Webhook is { } address ? new WebhookReceiver(address) : null;
        IAlertReceiver?[] receivers = [_webhook, options.Program is { } program ? new ProgramReceiver(program, options.Arguments) : null];
        _queues = [.. receivers.OfType<IAlertReceiver>().Select(receiver => new AlertQueue(receiver, options, onUndelivered, timeProvider ?? TimeProvider.System))];
    }

    /// <summary>Queues a change for each receiver, if it is an alert. It returns at once.</summary>
    /// <param name="change">The change.</param>
    /// <returns>Whether the change is an alert.</returns>
    /// <exception cref="ObjectDisposedException">The sender was disposed.</exception>
    public bool Send(RainfallChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!IsAlert(change))
        {
            return false;
        }

        foreach (AlertQueue queue in _queues)
        {
            queue.Add(change);
        }

        return true;
    }

    /// <summary>Delivers what is queued, for at most <see cref="RainfallAlertOptions.DrainTimeout"/>. What is left then is undelivered.</summary>
    /// <returns>A task that ends when nothing is under way any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_queues.Select(queue => queue.DisposeAsync().AsTask())).ConfigureAwait(false);
        _webhook?.Dispose();
    }

    private bool IsAlert(RainfallChange change) => change.Kind switch
    {
        RainfallChangeKind.ThresholdCrossed or RainfallChangeKind.ThresholdCleared or RainfallChangeKind.FeedDown or RainfallChangeKind.FeedUp => true,
        RainfallChangeKind.GaugeSilent or RainfallChangeKind.GaugeReporting => change.Site is { } site && _gauges.Contains(site.Id),
        _ => false,
    };
}
