using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>An address that gets alerts by POST. Neither redirects nor the body of the response are read.</summary>
internal sealed class WebhookReceiver : IAlertReceiver, IDisposable
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly Uri _address;
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = ConnectionLifetime };
    private readonly HttpClient _http;

    public WebhookReceiver(Uri address)
    {
        _address = address;
        _http = new HttpClient(_handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Lcra.Hydromet", HydrometMetrics.Version));
    }

    // Many services have a secret in the path.
    public string Name => $"The webhook at {_address.Authority}";

    public async Task DeliverAsync(RainfallChange change, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, _address) { Content = new ByteArrayContent(AlertJson.Of(change)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new AlertException(FormattableString.Invariant($"It responded with status {(int)response.StatusCode}."))
                {
                    IsTransient = response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
                    RetryAfter = response.Headers.RetryAfter?.Delta,
                };
            }
        }
        catch (HttpRequestException failure)
        {
            throw new AlertException(failure.Message, failure) { IsTransient = true };
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }
}
