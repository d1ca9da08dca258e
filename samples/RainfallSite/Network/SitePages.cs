using RainfallSite.Gauges;
using RainfallSite.Map;
using RainfallSite.Shared;
using RainfallSite.Sites;

namespace RainfallSite.Network;

/// <summary>The services and routes of the pages about the whole network: gauges, map, lakes, rivers and single sites.</summary>
internal static class SitePages
{
    public static void AddSitePages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NetworkStore>();
        builder.Services.AddSingleton<GaugeHistory>();
        builder.Services.AddSingleton<SiteHistoryReader>();
        builder.Services.AddSingleton<ClientLibraries>();
        builder.Services.Configure<MapOptions>(builder.Configuration.GetSection(MapOptions.Section));
    }

    public static void MapSitePages(this IEndpointRouteBuilder routes) => routes.MapGaugeExports();
}
