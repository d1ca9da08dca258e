using Lcra.Hydromet;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the library's services.</summary>
public static class HydrometServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="HydrometClient"/>, also as <see cref="IHydrometClient"/>, over an HTTP client named <see cref="HydrometClient.HttpClientName"/>, with the handlers of
    /// <see cref="HydrometClient.Create"/>. Connections are renewed, so a change of address is noticed. The options are checked when the
    /// application starts. Another call adds settings and registers nothing twice.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options; null for the defaults.</param>
    /// <returns>
    /// The builder of the HTTP client, to add your own handlers. A primary handler of your own also connects and decompresses as it likes.
    /// </returns>
    /// <example>
    /// <code>
    /// services.AddHydrometClient(options =&gt; options.Contact = "rain@example.org");
    /// </code>
    /// </example>
    public static IHttpClientBuilder AddHydrometClient(this IServiceCollection services, Action<HydrometClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        bool registered = services.Any(service => service.ServiceType == typeof(HydrometClient));
        return registered ? services.AddHttpClient(HydrometClient.HttpClientName) : services.RegisterClient();
    }

    /// <summary>Registers one <see cref="HydrometClient"/> with settings from configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">
    /// A section with the names of <see cref="HydrometClientOptions"/> and <see cref="HydrometCacheOptions"/>, such as <c>Hydromet</c>.
    /// A key with another name is an error when the application starts.
    /// </param>
    /// <param name="otherKeys">Keys of the section that are the application's own.</param>
    /// <returns>The builder of the HTTP client, to add your own handlers.</returns>
    public static IHttpClientBuilder AddHydrometClient(this IServiceCollection services, IConfiguration configuration, params string[] otherKeys)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(otherKeys);
        services.AddOptions<HydrometClientOptions>().Bind(configuration);
        services.AddSingleton(new ConfigurationKeys(otherKeys));
        services.AddSingleton<IValidateOptions<HydrometClientOptions>>(provider =>
            new UnknownKeysValidator<HydrometClientOptions>(configuration, provider.GetServices<ConfigurationKeys>()));
        return services.AddHydrometClient();
    }

    private static IHttpClientBuilder RegisterClient(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HydrometMetrics>();
        services.AddSingleton(ConfigurationKeys.OfClient);
        services.AddSingleton(HydrometCacheServiceCollectionExtensions.Keys);
        services.AddOptions<HydrometClientOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<HydrometClientOptions>, HydrometClientOptionsValidator>();
        services.AddSingleton<IValidateOptions<HydrometClientOptions>, HydrometClientOptionsCrossValidator>();
        services.AddSingleton(provider => new HydrometClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HydrometClient.HttpClientName),
            OptionsIn(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<HydrometMetrics>()));
        services.TryAddSingleton<IHydrometClient>(provider => provider.GetRequiredService<HydrometClient>());
        return services
            .AddHttpClient(HydrometClient.HttpClientName, (provider, http) => HydrometHandlers.Configure(http, OptionsIn(provider)))
            .ConfigurePrimaryHttpMessageHandler(provider => HydrometHandlers.CreatePrimary(OptionsIn(provider)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new HydrometResilienceHandler(
                OptionsIn(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<HydrometMetrics>()))
            .AddHttpMessageHandler(provider => new RedirectHandler(OptionsIn(provider).BaseAddress.Host));
    }

    private static HydrometClientOptions OptionsIn(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value;
}
