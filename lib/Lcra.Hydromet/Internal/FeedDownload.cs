using Polly.Timeout;

namespace Lcra.Hydromet.Internal;

/// <summary>One GET, with every failure made into a <see cref="HydrometException"/>.</summary>
internal sealed class FeedDownload(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider)
{
    public Uri BaseAddress { get; } = AsFolder(options.BaseAddress);

    public async Task<byte[]> GetAsync(string path, CancellationToken cancellationToken)
    {
        Uri address = new(BaseAddress, path);
        try
        {
            using HttpResponseMessage response = await http
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw HttpFailures.OfStatus(response, address, timeProvider.GetUtcNow());
            }

            await response.Content.LoadIntoBufferAsync(options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
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
