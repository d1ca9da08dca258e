using Lcra.Hydromet;
using Lcra.Hydromet.Caching.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the cache with a container.</summary>
public static class HydrometCacheServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="HydrometCache"/> over the client of <c>AddHydrometClient</c>, which must be registered too.
    /// The options are checked when the application starts.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Changes the settings; null keeps the defaults.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddHydrometCache(this IServiceCollection services, Action<HydrometCacheOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HydrometCacheOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometCacheOptions>, HydrometCacheOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HydrometCacheOptions>, HydrometCacheOptionsCrossValidator>());
        services.TryAddSingleton(provider => new HydrometCache(
            provider.GetRequiredService<HydrometClient>(),
            provider.GetRequiredService<IOptions<HydrometCacheOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CacheRefreshService>());
        return services;
    }

    /// <summary>Registers one <see cref="HydrometCache"/> with settings from configuration.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">A section with the names of <see cref="HydrometCacheOptions"/>, such as <c>Hydromet</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddHydrometCache(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<HydrometCacheOptions>().Bind(configuration);
        return services.AddHydrometCache();
    }
}
