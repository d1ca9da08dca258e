using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using RainfallSite.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace RainfallSite.Security;

/// <summary>Trusts <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> only from the configured networks.</summary>
internal static class ForwardedNetworks
{
    public static void UseForwardedNetworks(this WebApplication app)
    {
        IPNetwork[] networks = Read(app.Configuration);
        if (networks.Length == 0)
        {
            return;
        }

        ForwardedHeadersOptions options = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (IPNetwork network in networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    public static IPNetwork[] Read(IConfiguration configuration) =>
    [
        .. (configuration[SettingNames.KnownNetworks] ?? "")
            .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPNetwork.TryParse(text, out IPNetwork network)
                ? network
                : throw SettingNames.Invalid(SettingNames.KnownNetworks, "networks such as 10.0.0.0/8, fd00::/8", text)),
    ];
}
