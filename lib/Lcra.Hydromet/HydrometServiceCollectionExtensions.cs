using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library with a container.</summary>
public static class HydrometServiceCollectionExtensions
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Registers <see cref="HydrometClient"/> over an HTTP client named <see cref="HydrometClient.HttpClientName"/>, with retries and
    /// timeouts (<see cref="HydrometResilienceHandler"/>). A singleton may keep it: connections, not clients, are renewed, so a change
    /// of address is noticed. The options are checked when the application starts.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Changes the settings; null keeps the defaults.</param>
    /// <returns>The builder of the HTTP client, to add handlers of your own to.</returns>
    public static IHttpClientBuilder AddHydrometClient(this IServiceCollection services, Action<HydrometClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HydrometMetrics>();
        services.AddOptions<HydrometClientOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometClientOptions>, HydrometClientOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometClientOptions>, HydrometClientOptionsCrossValidator>());
        return services
            .AddHttpClient(HydrometClient.HttpClientName, (provider, http) =>
            {
                // The resilience handler keeps the time; two clocks would fight.
                http.Timeout = Timeout.InfiniteTimeSpan;
                AddUserAgent(http.DefaultRequestHeaders.UserAgent, OptionsIn(provider).Contact);
            })
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.AutomaticDecompression = DecompressionMethods.All;
                handler.AllowAutoRedirect = false;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new HydrometResilienceHandler(
                OptionsIn(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<HydrometMetrics>()))
            .AddHttpMessageHandler(provider => new RedirectHandler(OptionsIn(provider).BaseAddress.Host))
            .AddTypedClient((http, provider) => new HydrometClient(
                http, OptionsIn(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<HydrometMetrics>()));
    }

    /// <summary>Registers <see cref="HydrometClient"/> with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">A section with the names of <see cref="HydrometClientOptions"/>, such as <c>Hydromet</c>.</param>
    /// <returns>The builder of the HTTP client, to add handlers of your own to.</returns>
    public static IHttpClientBuilder AddHydrometClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<HydrometClientOptions>().Bind(configuration);
        return services.AddHydrometClient();
    }

    private static HydrometClientOptions OptionsIn(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value;

    private static void AddUserAgent(HttpHeaderValueCollection<ProductInfoHeaderValue> agent, string? contact)
    {
        agent.Add(new ProductInfoHeaderValue("Lcra.Hydromet", HydrometMetrics.Version));
        if (!string.IsNullOrWhiteSpace(contact))
        {
            agent.Add(new ProductInfoHeaderValue($"({contact.Replace('(', ' ').Replace(')', ' ')})"));
        }
    }
}
