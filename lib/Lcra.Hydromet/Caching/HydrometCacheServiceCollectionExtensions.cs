using Lcra.Hydromet;
using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Feeds.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the cache.</summary>
public static class HydrometCacheServiceCollectionExtensions
{
    /// <summary>Gets the keys of <see cref="HydrometCacheOptions"/> in configuration.</summary>
    internal static ConfigurationKeys Keys { get; } = new(
    [
        nameof(HydrometCacheOptions.RefreshJitter),
        nameof(HydrometCacheOptions.RefreshInterval),
        nameof(HydrometCacheOptions.MaxStaleness),
        nameof(HydrometCacheOptions.RefreshInBackground),
        nameof(HydrometCacheOptions.HistoryLifetime),
        nameof(HydrometCacheOptions.MaxHistories),
    ]);

    /// <summary>
    /// Registers one <see cref="HydrometCache"/> over the client of <c>AddHydrometClient</c>, which must be registered too. <see cref="IHydrometClient"/> is the cache then.
    /// The options are validated when the application starts. Another call adds settings and registers nothing twice.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options; null for the defaults.</param>
    /// <returns>The services.</returns>
    /// <example>
    /// <code>
    /// services.AddHydrometClient();
    /// services.AddHydrometCache(options =&gt; options.RefreshInBackground = true);
    /// </code>
    /// </example>
    public static IServiceCollection AddHydrometCache(this IServiceCollection services, Action<HydrometCacheOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HydrometCacheOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometCacheOptions>, HydrometCacheOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometCacheOptions>, HydrometCacheOptionsCrossValidator>());
        services.TryAddSingleton(provider => new HydrometCache(
            provider.GetRequiredService<HydrometClient>(),
            provider.GetRequiredService<IOptions<HydrometCacheOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<IHydrometClient>(provider => provider.GetRequiredService<HydrometCache>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CacheRefreshService>());
        return services;
    }

    /// <summary>Registers one <see cref="HydrometCache"/> with options from configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">
    /// A section with the names of <see cref="HydrometCacheOptions"/> and <see cref="HydrometClientOptions"/>, such as <c>Hydromet</c>.
    /// A key with another name is an error when the application starts, unless <c>AddHydrometClient</c> was given it.
    /// </param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddHydrometCache(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<HydrometCacheOptions>().Bind(configuration);
        services.AddSingleton<IValidateOptions<HydrometCacheOptions>>(provider => new UnknownKeysValidator<HydrometCacheOptions>(
            configuration, [Keys, ConfigurationKeys.OfClient, .. provider.GetServices<ConfigurationKeys>()]));
        return services.AddHydrometCache();
    }
}
