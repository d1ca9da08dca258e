using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Archive.Storage.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the archive.</summary>
public static class HydrometArchiveServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="HydrometArchive"/>, which opens with its first operation, and makes <see cref="IHydrometClient"/> an <see cref="ArchivedHydrometClient"/> over it
    /// and the cache, or the client where there is no cache. Call it after <c>AddHydrometClient</c> and <c>AddHydrometCache</c>. Another call adds settings and registers nothing twice.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options; null for the defaults.</param>
    /// <returns>The service collection.</returns>
    /// <example>
    /// <code>
    /// services.AddHydrometClient();
    /// services.AddHydrometArchive(options =&gt; options.ConnectionString = "Data Source=rain.db");
    /// </code>
    /// </example>
    public static IServiceCollection AddHydrometArchive(this IServiceCollection services, Action<ArchiveOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ArchiveOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ArchiveOptions>, ArchiveOptionsValidator>());
        services.TryAddSingleton(provider => new HydrometArchive(provider.GetRequiredService<IOptions<ArchiveOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ArchivedHydrometClient(
            provider.GetRequiredService<HydrometArchive>(),
            provider.GetService<HydrometCache>() ?? (IHydrometClient)provider.GetRequiredService<HydrometClient>(),
            provider.GetRequiredService<TimeProvider>()));
        services.Replace(ServiceDescriptor.Singleton<IHydrometClient>(provider => provider.GetRequiredService<ArchivedHydrometClient>()));
        return services;
    }

    /// <summary>Registers one archive with settings from configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configuration">A section with the names of <see cref="ArchiveOptions"/>, such as <c>Archive</c>.</param>
    /// <returns>The service collection.</returns>
    public static IServiceCollection AddHydrometArchive(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<ArchiveOptions>().Bind(configuration);
        return services.AddHydrometArchive();
    }
}
