using System.Net;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>A cache over stub feeds, with a clock that a test moves. It refreshes at minute 1, 16, 31 and 46 exactly.</summary>
internal sealed class CacheFixture : IDisposable
{
    public CacheFixture(Action<HydrometCacheOptions>? configure = null)
    {
        HydrometCacheOptions options = new() { RefreshJitter = TimeSpan.Zero };
        configure?.Invoke(options);
        Feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain").With(HydrometFeed.LakeLevels, "plain");
        Cache = new HydrometCache(new HydrometClient(new HttpClient(Feeds), new HydrometClientOptions(), Clock), options, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(TestReports.Morning);

    public StubFeedHandler Feeds { get; }

    public HydrometCache Cache { get; }

    public CacheFixture Down()
    {
        foreach (HydrometFeed feed in new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites, HydrometFeed.LakeLevels })
        {
            Feeds.With(feed, HttpStatusCode.BadGateway);
        }

        return this;
    }

    public CacheFixture After(TimeSpan time)
    {
        Clock.Advance(time);
        return this;
    }

    public async Task<HealthReportEntry> CheckAsync(Action<HydrometHealthCheckOptions>? configure = null) =>
        (await ReportAsync(checks => checks.AddHydrometHealthCheck(configure: configure))).Entries["hydromet"];

    public async Task<HealthReport> ReportAsync(Action<IHealthChecksBuilder> register)
    {
        ServiceCollection services = new();
        services.AddLogging().AddSingleton(Cache).AddSingleton<TimeProvider>(Clock);
        register(services.AddHealthChecks());
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }

    public void Dispose() => Cache.Dispose();
}
