using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.Controllers;
using RainfallSite.Alerts;
using RainfallSite.Api;
using RainfallSite.Api.Description;
using RainfallSite.Archive;
using RainfallSite.Caching;
using RainfallSite.Climate;
using RainfallSite.Crossings;
using RainfallSite.Formatting;
using RainfallSite.Gauges;
using RainfallSite.Health;
using RainfallSite.Hyetographs;
using RainfallSite.Language;
using RainfallSite.Map;
using RainfallSite.Operations;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Rivers;
using RainfallSite.Routing;
using RainfallSite.Search;
using RainfallSite.Security;
using RainfallSite.Settings;
using RainfallSite.Sites;
using RainfallSite.StaticFiles;
using RainfallSite.Widgets;

namespace RainfallSite;

/// <summary>The site's services and the order of its pipeline.</summary>
internal static class RainfallSiteBuilder
{
    public static void AddRainfallSite(this WebApplicationBuilder builder)
    {
        builder.AddSiteOperations();
        builder.RequireAllowedHosts();
        SiteOptions options = SiteOptions.Read(builder.Configuration);
        IHttpClientBuilder client = builder.Services.AddHydrometClient(builder.Configuration.GetSection(SiteOptions.Section), nameof(SiteOptions.Source));
        FeedSource source = options.SourceIn(builder.Environment);
        if (source == FeedSource.Replay)
        {
            HydrometRecording recording = HydrometRecording.StormOfOctober2026();
            client.UseReplay(recording);
            builder.Services.AddSingleton(recording);
        }

        builder.Services.AddHydrometCache(cache => cache.RefreshInBackground = true);
        builder.Services.AddHydrometCache(builder.Configuration.GetSection(SiteOptions.Section));
        // Without it, an unpublished site outside Development returns an empty body for a compressed style sheet.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton<FirstAttempt>();
        builder.Services.AddHostedService(services => services.GetRequiredService<FirstAttempt>());
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WarmUp>());
        builder.Services.AddSingleton<RainfallStore>();
        builder.Services.AddSingleton<OfferedPeriods>();
        builder.Services.AddSingleton<Gazetteer>();
        builder.Services.AddSingleton<CountyBorders>();
        builder.AddWatches();
        builder.Services.AddSingleton<ResultTitles>();
        builder.Services.AddSingleton<NamedPositionFormatter>();
        builder.Services.AddSiteLanguages();
        builder.Services.AddSingleton<NetworkStore>();
        builder.AddHistories(isRecording: source == FeedSource.Replay);
        builder.Services.AddSingleton<ClientLibraries>();
        builder.Services.Configure<MapOptions>(builder.Configuration.GetSection(MapOptions.Section));
        builder.Services.AddSingleton<DistanceFormatter>();
        builder.Services.AddSingleton<PeriodFormatter>();
        builder.Services.AddSingleton<RainfallFormatter>();
        // There are no controllers, and looking for them reads every type.
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/")
            .ConfigureApplicationPartManager(parts => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        builder.AddRainfallApi();
        builder.AddSiteProblems();
        builder.AddRequestLimits();
        builder.AddRateLimit();
        builder.Services.AddCrossOriginReading();
        builder.AddCompression();
        builder.AddResponseCache();
        builder.DisableKeyRing();
    }

    private static void AddWatches(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StageLog>();
        builder.Services.AddHostedService<StageWatch>();
        builder.AddAlerts();
    }

    private static void AddHistories(this WebApplicationBuilder builder, bool isRecording)
    {
        builder.AddArchive(isRecording);
        builder.Services.AddSingleton<GaugeHistory>();
        builder.Services.AddSingleton<SiteHistoryReader>();
        builder.Services.AddSingleton(Atlas14Tables.Read(builder.Configuration));
        builder.Services.AddSingleton<RarityReader>();
        builder.Services.AddSingleton<RainStepsReader>();
    }

    private static void AddResponseCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ResponseKey>();
        builder.Services.AddSingleton<ResponseCache>();
        builder.Services.AddSingleton<OtherSourcesState>();
    }

    public static void UseRainfallSite(this WebApplication app)
    {
        // What downloads is made on another thread while the routes are found, which takes longer.
        _ = Task.Run(app.Services.GetRequiredService<FirstAttempt>);
        app.MapStaticAssets().DisableRateLimiting();
        app.MapRazorPages().WithStaticAssets();
        app.MapRainfall();
        app.MapHistory();
        app.MapGaugeExports();
        app.MapWidgets();
        app.MapCrossings();
        app.MapApiDescription();
        app.MapHealth();

        WarmUp warmUp = app.Services.GetRequiredService<WarmUp>();
        ((IApplicationBuilder)app).Use(next => warmUp.Pipeline = next);
        app.UseForwardedNetworks();
        app.UseCachedResponses();
        app.UseSecurityHeaders();
        app.UseCacheDefaults();
        app.UseSiteProblems();
        app.UseRequestValidation();
        app.UsePathBaseSetting();
        app.UseSiteLanguages();
        app.UseRouting();
        app.UseCrossOriginReading();
        app.UseReadOnlyMethods();
        app.UseRateLimit();
        app.UseBodyLimit();
        app.UseCanonicalAddresses();
        app.UseRevalidation();
        app.UseWholeResponses();
        // Everything below runs only when no response is cached, and its result is cached compressed.
        // Razor Pages add the first two at the start of the pipeline unless they are named here.
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRequestTimeouts();
        app.UseResponseCompression();
        app.UseFingerprintFallback();
    }

    private static void AddRainfallApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<JsonOptions>().Configure<TimeProvider>((json, clock) =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new RainfallTotalJsonConverter(clock));
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, SiteJsonContext.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, HealthJsonContext.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(2, HydrometJsonContext.Default);
        });
        builder.Services.AddSingleton<GaugeLookup>();
        builder.Services.AddSingleton<ReportVersion>();
        builder.Services.AddCrossings();
        builder.AddApiDescription();
    }

    private static void UsePathBaseSetting(this WebApplication app)
    {
        if (app.Configuration[SettingNames.PathBase] is not { Length: > 0 } pathBase)
        {
            return;
        }

        app.UsePathBase(pathBase.StartsWith('/') ? pathBase : throw SettingNames.Invalid(SettingNames.PathBase, "a path that begins with /", pathBase));
    }
}
