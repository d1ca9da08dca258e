namespace Lcra.Hydromet.Http.Internal;

/// <summary>Follows redirects only to https, or to the configured host.</summary>
internal sealed class RedirectHandler(string host) : DelegatingHandler
{
    private const int Max = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri? original = request.RequestUri;
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            for (int followed = 0; followed < Max && TargetOf(request, response) is { } target; followed++)
            {
                response.Dispose();
                request.RequestUri = target;
                response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }

            return response;
        }
        finally
        {
            // A retry sends the same request again, to the address that was configured.
            request.RequestUri = original;
        }
    }

    private Uri? TargetOf(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method != HttpMethod.Get || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri target = new(request.RequestUri!, location);
        bool home = target.Scheme is "http" && request.RequestUri!.Scheme is "http" && string.Equals(target.Host, host, StringComparison.OrdinalIgnoreCase);
        return target.Scheme is "https" || home ? target : null;
    }
}
