using Lcra.Hydromet.Replay;
using RainfallSite.Health;
using RainfallSite.Rainfall;
using RainfallSite.Rainfall.Api;
using RainfallSite.Security;

namespace RainfallSite;

/// <summary>The site's services and the order of its pipeline.</summary>
internal static class RainfallSiteBuilder
{
    public static void AddRainfallSite(this WebApplicationBuilder builder)
    {
        SiteOptions options = SiteOptions.Read(builder.Configuration);
        IHttpClientBuilder client = builder.Services.AddHydrometClient(builder.Configuration.GetSection(SiteOptions.Section));
        if (options.SourceIn(builder.Environment) == FeedSource.Replay)
        {
            HydrometRecording recording = HydrometRecording.StormOfOctober2026();
            client.UseReplay(recording);
            builder.Services.AddSingleton(recording);
        }

        builder.Services.AddHydrometCache(cache => cache.RefreshInBackground = true);
        builder.Services.AddHydrometCache(builder.Configuration.GetSection(SiteOptions.Section));
        builder.Services.AddSingleton<RainfallStore>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SiteJsonContext.Default));
        builder.Services.AddProblemDetails();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
    }

    public static void UseRainfallSite(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        if (app.Configuration["PathBase"] is { Length: > 0 } pathBase)
        {
            app.UsePathBase(pathBase);
        }

        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapRainfall();
        app.MapHealth();
    }
}
