using Microsoft.AspNetCore.DataProtection;

namespace RainfallSite.Operations;

/// <summary>How the site starts, is observed and stops.</summary>
internal static class SiteOperations
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    public static void AddSiteOperations(this WebApplicationBuilder builder)
    {
        // .NET 11 tags each request's activity with the visitor's query, address and agent, and drops the connection when the host is malformed.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: true);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.AddTelemetry();
    }

    /// <summary>
    /// Leaves the key ring of Razor Pages empty: nothing here is protected by a key, so no replica needs to write, read or share one.
    /// </summary>
    public static void DisableKeyRing(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider().DisableAutomaticKeyGeneration()
            .AddKeyManagementOptions(keys => keys.XmlRepository = new EmptyKeyRing());

        // Otherwise each start logs the missing key as an error.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None);
    }
}
