using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/caching.md, one method a block and in its order. The console is a parameter so that a test can read what it prints.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class CachingGuideSamples
{
    public static async Task Ask(IServiceCollection services, TextWriter Console)
    {
        services.AddHydrometClient();
        services.AddHydrometCache();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        RainfallReport report = await cache.GetRainfallAsync();
        Console.WriteLine(report.Find(SiteId.Parse("3018"))?[RainfallPeriod.TwentyFourHours].Inches);
    }

    public static async Task Background(IServiceCollection services, TextWriter Console)
    {
        services.AddHydrometClient();
        services.AddHydrometCache(options => options.RefreshInBackground = true);
        await using ServiceProvider provider = services.BuildServiceProvider();
        RainfallReport? report = provider.GetRequiredService<HydrometCache>().CurrentRainfall;
        Console.WriteLine(report is null ? "nothing yet" : $"{report.Gauges.Count} gauges");
    }

    public static async Task Age(IServiceCollection services, TextWriter Console)
    {
        services.AddHydrometClient();
        services.AddHydrometCache(options => options.RefreshJitter = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        await cache.GetRainfallAsync();
        Console.WriteLine($"downloaded {cache.RainfallStatus.FetchedAt:HH:mm}, again at {cache.RainfallStatus.NextRefreshAt:HH:mm}");
    }

    public static async Task Health(IServiceCollection services, TextWriter Console)
    {
        services.AddHydrometClient();
        services.AddHydrometCache();
        services.AddHealthChecks().AddHydrometHealthCheck(configure: options => options.MaxReportAge = TimeSpan.FromHours(1));
        services.AddLogging();
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HydrometCache>().GetRainfallAsync();
        HealthReport health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Console.WriteLine($"{health.Status}, {health.Entries["hydromet"].Data["Rainfall.csv.ageMinutes"]} minutes");
    }

    public static async Task History(IServiceCollection services, TextWriter Console)
    {
        services.AddHydrometClient();
        services.AddHydrometCache();
        await using ServiceProvider provider = services.BuildServiceProvider();
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        CachedHistory<DailyRainfall> days = await cache.GetDailyRainfallAsync(SiteId.Parse("2959"), new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));
        Console.WriteLine($"{days.Records.Sum(day => day.Inches)} in on {days.Records.Count} days, downloaded {days.FetchedAt:HH:mm}");
    }
}
