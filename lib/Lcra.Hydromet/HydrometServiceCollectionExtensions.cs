using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library with a container.</summary>
public static class HydrometServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Registers <see cref="HydrometClient"/> over an HTTP client named <see cref="HydrometClient.HttpClientName"/>.
    /// A singleton may keep it: connections, not clients, are renewed, so a change of address is noticed.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Changes the settings; null keeps the defaults.</param>
    /// <returns>The builder of the HTTP client, to add handlers of your own to.</returns>
    public static IHttpClientBuilder AddHydrometClient(this IServiceCollection services, Action<HydrometClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HydrometClientOptions>().Configure(configure ?? (_ => { }));
        return services
            .AddHttpClient(HydrometClient.HttpClientName, http => http.DefaultRequestHeaders.UserAgent.Add(UserAgent()))
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.AutomaticDecompression = DecompressionMethods.All;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddTypedClient((http, provider) => new HydrometClient(
                http,
                provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value,
                provider.GetRequiredService<TimeProvider>()));
    }

    private static ProductInfoHeaderValue UserAgent() =>
        new("Lcra.Hydromet", typeof(HydrometClient).Assembly.GetName().Version?.ToString(3));
}
