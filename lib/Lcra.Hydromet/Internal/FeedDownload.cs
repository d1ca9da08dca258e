using System.Net;
using Polly.Timeout;

namespace Lcra.Hydromet.Internal;

/// <summary>One GET, with every failure made into a <see cref="HydrometException"/>.</summary>
internal sealed class FeedDownload(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider)
{
    public Uri BaseAddress { get; } = AsFolder(options.BaseAddress);

    /// <summary>Asks for a feed; a failure is part of the answer.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="known">What an earlier answer said to ask with; null to ask for the feed in any case.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    public async Task<FeedAnswer> GetAsync(HydrometFeed feed, FeedValidators? known, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(feed.Path, known, cancellationToken).ConfigureAwait(false);
        }
        catch (HydrometException failure)
        {
            return new FeedAnswer(null, timeProvider.GetUtcNow(), failure);
        }
    }

    public async Task<ReadOnlyMemory<byte>> GetAsync(string path, CancellationToken cancellationToken) =>
        (await SendAsync(path, known: null, cancellationToken).ConfigureAwait(false)).Body!.Value;

    private async Task<FeedAnswer> SendAsync(string path, FeedValidators? known, CancellationToken cancellationToken)
    {
        Uri address = new(BaseAddress, path);
        using HttpRequestMessage request = new(HttpMethod.Get, address)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        known?.AddTo(request.Headers);
        try
        {
            using HttpResponseMessage response = await http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            bool unchanged = known is not null && response.StatusCode == HttpStatusCode.NotModified;
            if (!response.IsSuccessStatusCode && !unchanged)
            {
                throw HttpFailures.OfStatus(response, address, timeProvider.GetUtcNow());
            }

            ReadOnlyMemory<byte>? body = unchanged ? null : await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            return new FeedAnswer(
                body,
                SharedCache.FetchedAt(response, timeProvider.GetUtcNow()),
                SharedCache.RefreshFailure(response, address),
                FeedValidators.Of(response),
                unchanged);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TimeoutRejectedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw HttpFailures.Of(failure, address);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Uri AsFolder(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("https" or "http")
            ? throw new ArgumentException($"The base address must be an absolute http or https address, such as {HydrometClientOptions.LcraAddress}.", nameof(address))
        : address.AbsolutePath.EndsWith('/') ? address
        : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
}
