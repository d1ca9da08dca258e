using System.Diagnostics;
using System.Net;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Polly.Timeout;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>One GET, with every failure made into a <see cref="HydrometException"/>.</summary>
internal sealed class FeedDownload(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider, HydrometMetrics metrics)
{
    /// <summary>The feed that a request is for, so that handlers can name it.</summary>
    public static readonly HttpRequestOptionsKey<HydrometFeed> Feed = new("Lcra.Hydromet.Feed");

    /// <summary>Set on a request that is not to be retried, because its sender paces every attempt.</summary>
    public static readonly HttpRequestOptionsKey<bool> IsSingleAttempt = new("Lcra.Hydromet.IsSingleAttempt");

    private readonly BodyBuffers _buffers = new();

    public HttpClient Http => http;

    /// <summary>Gets the time after which one attempt has ended, one way or the other.</summary>
    public TimeSpan AttemptTimeout => http.Timeout == Timeout.InfiniteTimeSpan ? options.AttemptTimeout : http.Timeout;

    public Uri BaseAddress { get; } = EnsureTrailingSlash(options.BaseAddress);

    /// <summary>Requests a feed; a failure is part of the result.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="known">The validators of an earlier response; null to request the whole feed.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public async Task<FeedResponse> GetAsync(HydrometFeed feed, FeedValidators? known, CancellationToken cancellationToken)
    {
        try
        {
            return await ObserveAsync(feed, feed.Path, known, isSingleAttempt: false, cancellationToken).ConfigureAwait(false);
        }
        catch (HydrometException failure)
        {
            return new FeedResponse(null, timeProvider.GetUtcNow(), failure);
        }
    }

    /// <summary>Requests an address below a feed's; the response has a body.</summary>
    public Task<FeedResponse> GetAsync(HydrometFeed feed, string path, bool isSingleAttempt, CancellationToken cancellationToken) =>
        ObserveAsync(feed, path, known: null, isSingleAttempt, cancellationToken);

    private async Task<FeedResponse> ObserveAsync(HydrometFeed feed, string path, FeedValidators? known, bool isSingleAttempt, CancellationToken cancellationToken)
    {
        using Activity? activity = HydrometMetrics.Activities.StartActivity("hydromet.download", ActivityKind.Client);
        activity?.SetTag("hydromet.feed", feed.Name).SetTag("server.address", BaseAddress.Host);
        try
        {
            FeedResponse response = await SendAsync(feed, new Uri(BaseAddress, path), known, isSingleAttempt, cancellationToken).ConfigureAwait(false);
            metrics.CountRequest(feed, response.Failure?.Kind);
            if (response.Body is { } body)
            {
                metrics.RecordSize(feed, body.Length);
                activity?.SetTag("hydromet.response.size", body.Length);
            }

            return response;
        }
        catch (HydrometException failure)
        {
            metrics.CountRequest(feed, failure.Kind);
            activity?.SetTag("error.type", TelemetryNames.Of(failure.Kind)).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private async Task<FeedResponse> SendAsync(HydrometFeed feed, Uri address, FeedValidators? known, bool isSingleAttempt, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        request.Options.Set(Feed, feed);
        request.Options.Set(IsSingleAttempt, isSingleAttempt);
        known?.AddTo(request.Headers);

        // HttpClient stops its own clock at the headers. A body may stall as well.
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(http.Timeout);
        try
        {
            using HttpResponseMessage response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token).ConfigureAwait(false);
            bool unchanged = known is not null && response.StatusCode == HttpStatusCode.NotModified;
            if (!response.IsSuccessStatusCode && !unchanged)
            {
                throw HttpFailures.OfStatus(response, feed, address, timeProvider.GetUtcNow());
            }

            if (response.StatusCode == HttpStatusCode.PartialContent)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The response is a part of the feed, which was not requested.");
            }

            BodyBuffer? body = unchanged ? null : await ReadAsync(response, limited.Token).ConfigureAwait(false);
            DateTimeOffset receivedAt = timeProvider.GetUtcNow();
            return new FeedResponse(
                body,
                SharedCache.FetchedAt(response, receivedAt),
                SharedCache.RefreshFailure(response, feed, address, receivedAt),
                FeedValidators.Of(response),
                unchanged)
            { Charset = response.Content.Headers.ContentType?.CharSet, ReceivedAt = receivedAt, StatusCode = response.StatusCode };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw HttpFailures.Of(failure, feed, address);
        }
    }

    private async Task<BodyBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        LoadedContent content = await BoundedBody.LoadAsync(response, _buffers, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        BodyBuffer body = content.Detach();

        // No text begins like gzip; a proxy that removes the label leaves such a body.
        if (body.Memory.Span is [0x1F, 0x8B, ..])
        {
            body.Dispose();
            throw new InvalidDataException("It is compressed, and no header says so.");
        }

        return body;
    }

    private static Uri EnsureTrailingSlash(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("https" or "http")
            ? throw new ArgumentException($"The base address must be an absolute http or https address, such as {HydrometClientOptions.LcraAddress}.", nameof(address))
        : address.AbsolutePath.EndsWith('/') ? address
        : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
