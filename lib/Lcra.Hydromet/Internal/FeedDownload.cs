using System.Diagnostics;
using Polly.Timeout;

namespace Lcra.Hydromet.Internal;

/// <summary>One GET, with every failure made into a <see cref="HydrometException"/>.</summary>
internal sealed class FeedDownload(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider, HydrometMetrics metrics)
{
    /// <summary>The feed that a request is for, so that handlers can name it.</summary>
    public static readonly HttpRequestOptionsKey<HydrometFeed> Feed = new("Lcra.Hydromet.Feed");

    public Uri BaseAddress { get; } = AsFolder(options.BaseAddress);

    public async Task<byte[]> GetAsync(HydrometFeed feed, string path, CancellationToken cancellationToken)
    {
        using Activity? activity = HydrometMetrics.Activities.StartActivity("hydromet.download", ActivityKind.Client);
        activity?.SetTag("hydromet.feed", feed.Name).SetTag("server.address", BaseAddress.Host);
        try
        {
            byte[] body = await GetBodyAsync(feed, new Uri(BaseAddress, path), cancellationToken).ConfigureAwait(false);
            metrics.CountRequest(feed, failure: null);
            metrics.RecordSize(feed, body.Length);
            activity?.SetTag("hydromet.response.size", body.Length);
            return body;
        }
        catch (HydrometException failure)
        {
            metrics.CountRequest(feed, failure.Kind);
            activity?.SetTag("error.type", TelemetryNames.Of(failure.Kind)).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private async Task<byte[]> GetBodyAsync(HydrometFeed feed, Uri address, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        request.Options.Set(Feed, feed);
        try
        {
            using HttpResponseMessage response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw HttpFailures.OfStatus(response, address, timeProvider.GetUtcNow());
            }

            await BoundedBody.LoadAsync(response.Content, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutRejectedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw HttpFailures.Of(failure, address);
        }
    }

    private static Uri AsFolder(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("https" or "http")
            ? throw new ArgumentException($"The base address must be an absolute http or https address, such as {HydrometClientOptions.LcraAddress}.", nameof(address))
        : address.AbsolutePath.EndsWith('/') ? address
        : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
