using System.Net.Http.Headers;
using Lcra.Hydromet.Telemetry.Internal;
using Microsoft.Extensions.Logging;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>The handlers between the client and the network, the same with and without a container.</summary>
internal static class HydrometHandlers
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Creates the whole chain, which owns its connections.</summary>
    public static HttpMessageHandler Create(HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory, HydrometMetrics metrics) =>
        new HydrometResilienceHandler(options, timeProvider, loggerFactory, metrics)
        {
            InnerHandler = new RedirectHandler(options.BaseAddress.Host) { InnerHandler = CreatePrimary(options) },
        };

    /// <summary>Creates the part that connects and decodes.</summary>
    public static HttpMessageHandler CreatePrimary(HydrometClientOptions options)
    {
        SocketsHttpHandler sockets = new()
        {
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
            AllowAutoRedirect = false,
            ConnectCallback = HappyEyeballs.ConnectAsync,
        };
        sockets.SslOptions.RemoteCertificateValidationCallback = UntrustedCertificateException.ThrowIfUntrusted;
        return new DecodingHandler(options.MaxResponseBytes) { InnerHandler = sockets };
    }

    /// <summary>Sets what each request carries.</summary>
    public static void Configure(HttpClient http, HydrometClientOptions options)
    {
        // The resilience handler measures time to the last byte. A second timeout would interfere.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Lcra.Hydromet", HydrometMetrics.Version));
        if (!string.IsNullOrWhiteSpace(options.Contact))
        {
            http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue($"({options.Contact.Replace('(', ' ').Replace(')', ' ')})"));
        }
    }
}
