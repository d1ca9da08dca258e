using System.Globalization;
using System.Net;

namespace Lcra.Hydromet.Internal;

/// <summary>One GET, with every failure made into a <see cref="HydrometException"/> that says what to do.</summary>
internal static class FeedDownload
{
    private const int MostBytes = 16 * 1024 * 1024;

    public static Uri AsFolder(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("https" or "http")
            ? throw new ArgumentException($"The base address must be an absolute http or https address, such as {HydrometClientOptions.LcraAddress}.", nameof(address))
        : address.AbsolutePath.EndsWith('/') ? address
        : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    public static async Task<byte[]> GetAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await http
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Refused(response, address);
            }

            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException timeout) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HydrometException($"{address} took too long to answer. Try again later.", timeout) { RequestUri = address, IsTransient = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new HydrometException($"{address} could not be reached or broke off: {failure.Message} Check the network, then try again.", failure)
            {
                RequestUri = address,
                IsTransient = true,
            };
        }
    }

    private static HydrometException Refused(HttpResponseMessage response, Uri address)
    {
        HttpStatusCode status = response.StatusCode;
        bool transient = status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)status >= 500;
        string advice = transient ? "Try again later." : "Trying again will not help: check the address, and whether LCRA blocks this network.";
        return new HydrometException(string.Create(CultureInfo.InvariantCulture, $"{address} answered {(int)status} {status}. {advice}"))
        {
            RequestUri = address,
            StatusCode = status,
            RetryAfter = response.Headers.RetryAfter?.Delta,
            IsTransient = transient,
        };
    }
}
