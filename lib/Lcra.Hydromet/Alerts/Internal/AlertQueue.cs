using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>The alerts that wait for one receiver, delivered one after another.</summary>
internal sealed class AlertQueue : IAsyncDisposable
{
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(1);

    private readonly IAlertReceiver _receiver;
    private readonly Action<RainfallChange, string>? _onUndelivered;
    private readonly RainfallAlertOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ResiliencePipeline _pipeline;
    private readonly Channel<RainfallChange> _changes;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _delivering;

    public AlertQueue(IAlertReceiver receiver, RainfallAlertOptions options, Action<RainfallChange, string>? onUndelivered, TimeProvider timeProvider)
    {
        _receiver = receiver;
        _onUndelivered = onUndelivered;
        _options = options;
        _timeProvider = timeProvider;
        ResiliencePipelineBuilder builder = new() { TimeProvider = timeProvider };
        if (options.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is TimeoutRejectedException or AlertException { IsTransient: true }),
                DelayGenerator = arguments => ValueTask.FromResult(
                    (arguments.Outcome.Exception as AlertException)?.RetryAfter is { } wait ? wait < MaxRetryAfter ? wait : MaxRetryAfter : (TimeSpan?)null),
            });
        }

        _pipeline = builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout }).Build();
        _changes = Channel.CreateBounded<RainfallChange>(
            new BoundedChannelOptions(options.MaxQueued) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => Report(dropped, $"More than {options.MaxQueued} alerts wait for it, so the oldest is dropped."));
        _delivering = DeliverAllAsync();
    }

    public void Add(RainfallChange change) => ObjectDisposedException.ThrowIf(!_changes.Writer.TryWrite(change), this);

    public async ValueTask DisposeAsync()
    {
        if (_changes.Writer.TryComplete())
        {
            try
            {
                await _delivering.WaitAsync(_options.DrainTimeout, _timeProvider).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await _stop.CancelAsync().ConfigureAwait(false);
                await _delivering.ConfigureAwait(false);
            }

            _stop.Dispose();
        }
    }

    // One alert that cannot be delivered must not keep the next ones from it.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong is reported as undelivered.")]
    private async Task DeliverAllAsync()
    {
        await foreach (RainfallChange change in _changes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                _stop.Token.ThrowIfCancellationRequested();
                await _pipeline.ExecuteAsync(
                    static async (state, cancellationToken) => await state.Receiver.DeliverAsync(state.Change, cancellationToken).ConfigureAwait(false),
                    (Receiver: _receiver, Change: change),
                    _stop.Token).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Report(change, failure switch
                {
                    OperationCanceledException => "The watch ended before it was delivered.",
                    TimeoutRejectedException => FormattableString.Invariant($"No attempt succeeded within {_options.AttemptTimeout.TotalSeconds} seconds."),
                    _ => failure.Message,
                });
            }
        }
    }

    private void Report(RainfallChange change, string reason)
    {
        try
        {
            _onUndelivered?.Invoke(change, $"{_receiver.Name} did not get an alert: {reason}");
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A callback that throws ends neither the deliveries nor the watch.
        }
    }
}
