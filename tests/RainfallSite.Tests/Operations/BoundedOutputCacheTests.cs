using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Caching;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

public sealed class BoundedOutputCacheTests : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly BoundedOutputCacheStore _store = new();
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task Small_responses_reach_the_maximum_of_entries()
    {
        for (int i = 0; i < 3 * BoundedOutputCacheStore.MaxEntries; i++)
        {
            await _store.SetAsync($"key {i}", [1], tags: null, Lifetime, default);
            Assert.InRange(_store.Count, 1, BoundedOutputCacheStore.MaxEntries);
        }

        Assert.InRange(_store.Count, BoundedOutputCacheStore.MaxEntries / 2, BoundedOutputCacheStore.MaxEntries);
    }

    [Fact]
    public async Task Long_keys_count_for_the_maximum_of_bytes()
    {
        const int KeyLength = 64 * 1024;
        int most = 0;
        for (int i = 0; i < 300; i++)
        {
            await _store.SetAsync(i.ToString(CultureInfo.InvariantCulture).PadLeft(KeyLength), [1], tags: null, Lifetime, default);
            most = Math.Max(most, _store.Count);
        }

        Assert.InRange(most, 32, BoundedOutputCacheStore.MaxBytes / (KeyLength * sizeof(char)));
    }

    [Fact]
    public async Task Queries_that_no_link_has_are_not_stored()
    {
        BoundedOutputCacheStore store = Assert.IsType<BoundedOutputCacheStore>(_site.Services.GetRequiredService<IOutputCacheStore>());
        foreach (string query in new[] { "x=1", "site=3018&x=1", "site=3018&site=3018", "site=3018&units=furlongs", "q=Marble+Falls", "near=30.57,-98.27", "site=3018&roof=2000" })
        {
            await _site.GetStringAsync("/?" + query);
            await _site.GetStringAsync("/api/rainfall/3018?" + query);
        }

        Assert.Equal(0, store.Count);
    }

    [Theory]
    [InlineData("/es/gauges?period=today&basin=Highland+Lakes&sort=name&desc=false&units=mm")]
    [InlineData("/gauges.csv?period=today&sort=name")]
    [InlineData("/gauges.geojson")]
    [InlineData("/map?period=this_month&units=mm")]
    [InlineData("/es/lakes")]
    [InlineData("/rivers")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/sites")]
    [InlineData("/badge/3018/24_hour.svg")]
    [InlineData("/text/3018/24_hour.txt")]
    [InlineData("/atom/3018/24_hour?over=1.00")]
    public async Task Every_response_made_from_the_reports_alone_is_cached(string address)
    {
        CountingStore store = new();
        _site.With(services => services.AddSingleton<IOutputCacheStore>(store));

        string first = await _site.GetStringAsync(address);

        Assert.Equal(first, await _site.GetStringAsync(address));
        Assert.Equal((1, 1), (store.Added, store.Found));
    }

    [Fact]
    public async Task A_new_report_of_lake_levels_has_a_new_response()
    {
        CountingStore store = new();
        _site.With(services => services.AddSingleton<IOutputCacheStore>(store));
        Assert.Contains("874,751", await _site.GetStringAsync("/lakes"), StringComparison.Ordinal);

        _site.With(RecordedBodies.With("874751", "874752"));

        await _site.RefreshUntilAsync("/lakes", page => page.Contains("874,752", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spellings_of_one_query_share_a_response()
    {
        CountingStore store = new();
        _site.With(services => services.AddSingleton<IOutputCacheStore>(store));
        foreach (string query in new[] { "site=3018&period=24_hour", "period=24_hour&site=3018", "period=24_hour&site=LCRA%3A3018" })
        {
            await _site.GetStringAsync("/?" + query);
        }

        Assert.Equal((1, 2), (store.Added, store.Found));
    }

    public void Dispose()
    {
        _store.Dispose();
        _site.Dispose();
    }
}
