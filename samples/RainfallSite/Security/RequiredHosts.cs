using RainfallSite.Settings;

namespace RainfallSite.Security;

/// <summary>Requires the site's host names in Production: addresses in its responses are made from the request's host.</summary>
internal static class RequiredHosts
{
    public static void RequireAllowedHosts(this WebApplicationBuilder builder)
    {
        string? hosts = builder.Configuration[SettingNames.AllowedHosts];
        if (builder.Environment.IsProduction() && string.IsNullOrWhiteSpace(hosts))
        {
            throw SettingNames.Invalid(
                SettingNames.AllowedHosts,
                "set in Production to the hosts of this site and of its health checks, such as rain.example.org;localhost (or * behind a proxy that checks hosts)",
                hosts);
        }
    }
}
