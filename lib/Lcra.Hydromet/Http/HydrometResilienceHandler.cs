using System.Globalization;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Lcra.Hydromet;

/// <summary>
/// Retries a GET after a transient failure: a total timeout around retries around an attempt timeout. The body is part
/// of an attempt. <c>AddHydrometClient</c> adds it; without a container, put it in front of your own handler.
/// </summary>
/// <remarks>
/// It retries 408, 429, 5xx, failed or interrupted connections, and attempts that time out. <c>Retry-After</c> is honored,
/// but when it exceeds the rest of the total timeout, the response is returned at once. Certificate errors and responses that
/// are too large are not retried. A cancellation by the caller remains a cancellation.
/// </remarks>
public sealed class HydrometResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<long> StartedAt = new("Lcra.Hydromet.StartedAt");
    private static readonly ResiliencePropertyKey<HydrometFeed?> Feed = new("Lcra.Hydromet.Feed");
    private static readonly ResiliencePropertyKey<bool> IsSingleAttempt = new("Lcra.Hydromet.IsSingleAttempt");
    private readonly HydrometClientOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly HydrometMetrics _metrics;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly BodyBuffers _buffers = new();

    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">The options: retries, delays, timeouts and the maximum size.</param>
    /// <param name="loggerFactory">Where to log each retry, in the category <c>Lcra.Hydromet.HydrometResilienceHandler</c>; null for nowhere.</param>
    /// <param name="timeProvider">The clock for timeouts and delays; null for the system's.</param>
    public HydrometResilienceHandler(HydrometClientOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, timeProvider ?? TimeProvider.System, loggerFactory ?? NullLoggerFactory.Instance, HydrometMetrics.Shared)
    {
    }

    internal HydrometResilienceHandler(HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory, HydrometMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(options);
        _logger = loggerFactory.CreateLogger<HydrometResilienceHandler>();
        _metrics = metrics;
        _options = options;
        _timeProvider = timeProvider;
        ResiliencePipelineBuilder<HttpResponseMessage> builder = new() { TimeProvider = timeProvider };
        builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.TotalTimeout });
        if (options.MaxRetryAttempts > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetryAttempts,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments.Context, arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(RequestedDelay(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
                    LogRetry(arguments);
                    return default;
                },
            });
        }

        _pipeline = builder.AddTimeout(new TimeoutStrategyOptions { Timeout = options.AttemptTimeout }).Build();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Method != HttpMethod.Get)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(StartedAt, _timeProvider.GetTimestamp());
        context.Properties.Set(Feed, request.Options.TryGetValue(FeedDownload.Feed, out HydrometFeed? feed) ? feed : null);
        context.Properties.Set(IsSingleAttempt, request.Options.TryGetValue(FeedDownload.IsSingleAttempt, out bool isSingle) && isSingle);
        try
        {
            return await _pipeline.ExecuteAsync(
                async (attempt, state) => await state.Handler.AttemptAsync(state.Request, attempt.CancellationToken).ConfigureAwait(false),
                context,
                (Handler: this, Request: request)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await BoundedBody.LoadAsync(response, _buffers, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void LogRetry(in OnRetryArguments<HttpResponseMessage> arguments)
    {
        HydrometFeed? feed = arguments.Context.Properties.GetValue(Feed, defaultValue: null);
        _metrics.CountRetry(feed);
        if (_logger.IsEnabled(LogLevel.Warning))
        {
            string reason = arguments.Outcome.Result is { } response
                ? string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode}")
                : TelemetryNames.Of(HttpFailures.KindOf(arguments.Outcome.Exception!));
            _logger.Retrying(feed?.Name ?? "A request", arguments.RetryDelay, arguments.AttemptNumber + 1, _options.MaxRetryAttempts, reason);
        }
    }

    private bool ShouldRetry(ResilienceContext context, Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        _ when context.Properties.GetValue(IsSingleAttempt, defaultValue: false) => false,
        { Exception: HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException } =>
            HttpFailures.KindOf(outcome.Exception) is not (HydrometFailureKind.UntrustedCertificate or HydrometFailureKind.TooLarge),
        // The handler below has a timeout of its own for connecting.
        { Exception: OperationCanceledException } => !context.CancellationToken.IsCancellationRequested,
        { Result: { } response } => HttpFailures.IsTransient(response) && Fits(context, RequestedDelay(response)),
        _ => false,
    };

    private TimeSpan? RequestedDelay(HttpResponseMessage? response) =>
        response is null ? null : HttpFailures.RetryAfter(response, _timeProvider.GetUtcNow());

    private bool Fits(ResilienceContext context, TimeSpan? delay) =>
        delay is not { } requested
        || !context.Properties.TryGetValue(StartedAt, out long started)
        || requested < _options.TotalTimeout - _timeProvider.GetElapsedTime(started);
}
