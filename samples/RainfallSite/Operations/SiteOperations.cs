using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RainfallSite.Operations;

/// <summary>How the site starts, is watched and stops.</summary>
internal static class SiteOperations
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    public static void AddSiteOperations(this WebApplicationBuilder builder)
    {
        TimeZoneCheck.Require();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        if (builder.Configuration[SettingNames.OtlpEndpoint] is { Length: > 0 } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https"))
            {
                throw SettingNames.Bad(SettingNames.OtlpEndpoint, "an absolute http or https address", endpoint);
            }

            // First, so that it stops last and sees the requests that finish during the stop.
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Telemetry>());
        }
    }

    /// <summary>
    /// Takes out the key ring that Razor Pages bring: nothing here is protected by a key, so no replica needs to write,
    /// read or share one.
    /// </summary>
    public static void RemoveKeyRing(this WebApplicationBuilder builder)
    {
        foreach (ServiceDescriptor service in builder.Services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && string.Equals(service.ImplementationType?.Name, "DataProtectionHostedService", StringComparison.Ordinal))
            .ToArray())
        {
            builder.Services.Remove(service);
        }

        builder.Services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider, EphemeralDataProtectionProvider>());
    }
}
