using System.Diagnostics.Metrics;
using System.Net;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>The cache as a client, and its retries feed by feed.</summary>
public class CachedClientTests
{
    [Fact]
    public void A_container_hands_out_the_cache_once_there_is_one()
    {
        ServiceCollection services = new();
        services.AddHydrometClient();
        using ServiceProvider uncached = services.BuildServiceProvider();
        services.AddHydrometCache();
        services.AddHydrometClient();
        using ServiceProvider cached = services.BuildServiceProvider();

        Assert.Same(uncached.GetRequiredService<HydrometClient>(), uncached.GetRequiredService<IHydrometClient>());
        Assert.Same(cached.GetRequiredService<HydrometCache>(), cached.GetRequiredService<IHydrometClient>());
    }

    [Fact]
    public async Task The_cache_serves_both_scopes_from_one_download()
    {
        using CacheFixture cache = new();
        IHydrometClient client = cache.Cache;

        RainfallReport all = await client.GetRainfallAsync();
        RainfallReport csv = await client.GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal((RainfallScope.AllFeeds, RainfallScope.CsvFeeds), (all.Scope, csv.Scope));
        Assert.Equal(MissingReason.NotRequested, csv.Total("3018", RainfallPeriod.TwoHours).Missing);
        Assert.Same((await client.GetSitesAsync()).Sites, all.FeedSet.Sites!.Sites);
        Assert.Equal(4, cache.Feeds.Requested.Count);
    }

    [Theory]
    [InlineData("media/Rain5Day.csv")]
    [InlineData("api/GetDataForAllSites")]
    public async Task A_broken_feed_is_retried_alone(string path)
    {
        using CacheFixture cache = new();
        HydrometFeed broken = path == HydrometFeed.AllSites.Path ? HydrometFeed.AllSites : HydrometFeed.FiveDayRainfall;
        cache.Feeds.With(broken, HttpStatusCode.BadGateway);

        for (int minute = 0; minute < 14; minute++)
        {
            await cache.Cache.GetRainfallAsync();
            cache.After(TimeSpan.FromMinutes(1));
        }

        ILookup<bool, Uri> requested = cache.Feeds.Requested.ToLookup(uri => uri.AbsolutePath == "/" + path);
        Assert.Equal(3, requested[false].Count());
        Assert.InRange(requested[true].Count(), 3, 5);
    }

    [Fact]
    public async Task A_feed_that_comes_back_is_in_the_report_at_the_next_retry()
    {
        using CacheFixture cache = new();
        cache.Feeds.With(HydrometFeed.FiveDayRainfall, HttpStatusCode.BadGateway);
        await cache.Cache.GetRainfallAsync();
        cache.Feeds.With(HydrometFeed.FiveDayRainfall, "plain");

        RainfallReport report = await cache.After(TimeSpan.FromMinutes(1)).Cache.GetRainfallAsync();

        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
        Assert.Equal(5, cache.Feeds.Requested.Count);
    }

    [Fact]
    public async Task Looking_at_the_current_report_is_not_a_cache_hit()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestReports.Morning));
        services.AddHydrometClient().ConfigurePrimaryHttpMessageHandler(() => TestReports.Feeds().With(HydrometFeed.AllSites, "plain"));
        services.AddHydrometCache();
        await using ServiceProvider provider = services.BuildServiceProvider();
        using MetricCollector<long> hits = new(provider.GetRequiredService<IMeterFactory>(), HydrometTelemetry.MeterName, "hydromet.cache.hits");
        HydrometCache cache = provider.GetRequiredService<HydrometCache>();
        await cache.GetRainfallAsync();

        Assert.NotNull(cache.CurrentRainfall);

        Assert.Empty(hits.GetMeasurementSnapshot());
        await cache.GetRainfallAsync();
        Assert.Single(hits.GetMeasurementSnapshot());
    }
}
