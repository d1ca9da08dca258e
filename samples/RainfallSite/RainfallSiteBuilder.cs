using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lcra.Hydromet.Replay;
using RainfallSite.Caching;
using RainfallSite.Health;
using RainfallSite.Language;
using RainfallSite.Network;
using RainfallSite.Operations;
using RainfallSite.Problems;
using RainfallSite.Rainfall;
using RainfallSite.Rainfall.Api;
using RainfallSite.Rainfall.Api.Description;
using RainfallSite.Rainfall.Crossings;
using RainfallSite.Rainfall.Plain;
using RainfallSite.Security;
using RainfallSite.Shared;
using RainfallSite.StaticFiles;

namespace RainfallSite;

/// <summary>The site's services and the order of its pipeline.</summary>
internal static class RainfallSiteBuilder
{
    public static void AddRainfallSite(this WebApplicationBuilder builder)
    {
        builder.AddSiteOperations();
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
        // Outside Development the unpublished site would else answer a browser's request for a compressed style with nothing.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton<RainfallStore>();
        builder.Services.AddSiteLanguages();
        builder.AddSitePages();
        builder.Services.AddSingleton<Distances>();
        builder.Services.AddSingleton<PeriodFormatter>();
        builder.Services.AddSingleton<RainfallFormatter>();
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
        builder.AddRainfallApi();
        builder.AddSiteProblems();
        builder.AddRequestLimits();
        builder.AddCompression();
        builder.Services.AddOutputCache(RainfallOutputCachePolicy.Configure);
        builder.RemoveKeyRing();
    }

    public static void UseRainfallSite(this WebApplication app)
    {
        app.UseRequestNames();
        app.UseForwardedNetworks();
        app.UseSecurityHeaders();
        app.UseCrossOriginReading();
        app.UsePageAge();
        app.UseSiteProblems();
        app.UsePathBaseSetting();
        app.UseRouting();
        app.UseRateLimit();
        app.UseBodyLimit();
        app.UseSiteLanguages();
        app.UseOutputCache();
        // From here on an answer is made: those that are kept are kept as they leave here, compressed.
        // Razor Pages bring the first two, which would else stand before all the others.
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRequestTimeouts();
        app.UseResponseCompression();
        app.UseFingerprintFallback();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapRainfall();
        app.MapSitePages();
        app.MapPlain();
        app.MapApiDescription();
        app.MapHealth();
    }

    private static void AddRainfallApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, SiteJsonContext.Default);
        });
        builder.Services.AddSingleton<GaugeLookup>();
        builder.Services.AddSingleton<ReportETags>();
        builder.Services.AddSingleton<CrossingLog>();
        builder.Services.AddHostedService<CrossingWatch>();
        builder.AddApiDescription();
    }

    private static void UsePathBaseSetting(this WebApplication app)
    {
        if (app.Configuration[SettingNames.PathBase] is not { Length: > 0 } pathBase)
        {
            return;
        }

        app.UsePathBase(pathBase.StartsWith('/') ? pathBase : throw SettingNames.Bad(SettingNames.PathBase, "a path that begins with /", pathBase));
    }
}
