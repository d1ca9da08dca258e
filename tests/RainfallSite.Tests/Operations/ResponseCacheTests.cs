using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Caching;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

public sealed class ResponseCacheTests : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly ResponseCache _cache = new();
    private readonly SiteFixture _site = new();

    private (long Stored, long Found) SiteCounts => _site.Services.GetRequiredService<ResponseCache>().Counts;

    [Fact]
    public void Small_responses_reach_the_maximum_of_entries()
    {
        for (int i = 0; i < 3 * ResponseCache.MaxEntries; i++)
        {
            _cache.Add($"key {i}", new CachedResponse(null, [], [1]), Lifetime);
            Assert.InRange(_cache.Counts.Stored, 1, ResponseCache.MaxEntries);
        }

        Assert.InRange(_cache.Counts.Stored, ResponseCache.MaxEntries / 2, ResponseCache.MaxEntries);
    }

    [Fact]
    public void Long_keys_count_for_the_maximum_of_bytes()
    {
        const int KeyLength = 64 * 1024;
        long most = 0;
        for (int i = 0; i < 300; i++)
        {
            _cache.Add(i.ToString(CultureInfo.InvariantCulture).PadLeft(KeyLength), new CachedResponse(null, [], [1]), Lifetime);
            most = Math.Max(most, _cache.Counts.Stored);
        }

        Assert.InRange(most, 32, ResponseCache.MaxBytes / (KeyLength * sizeof(char)));
    }

    [Fact]
    public async Task Queries_that_no_link_has_are_not_stored()
    {
        foreach (string query in new[] { "x=1", "site=3018&x=1", "site=3018&site=3018", "site=3018&units=furlongs", "q=Marble+Falls", "near=30.57,-98.27", "site=3018&roof=2000" })
        {
            await _site.GetStringAsync("/?" + query);
            await _site.GetStringAsync("/api/rainfall/3018?" + query);
        }

        Assert.Equal(0, SiteCounts.Stored);
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

        string first = await _site.GetStringAsync(address);

        Assert.Equal(first, await _site.GetStringAsync(address));
        Assert.Equal((1, 1), SiteCounts);
    }

    [Fact]
    public async Task A_new_report_of_lake_levels_has_a_new_response()
    {
        Assert.Contains("874,751", await _site.GetStringAsync("/lakes"), StringComparison.Ordinal);

        _site.With(RecordedBodies.With("874751", "874752"));

        await _site.RefreshUntilAsync("/lakes", page => page.Contains("874,752", StringComparison.Ordinal));
    }

    [Fact]
    public void A_response_of_more_than_half_a_megabyte_is_not_stored()
    {
        _cache.Add("key", new CachedResponse(null, [], new byte[(512 * 1024) + 1]), Lifetime);

        Assert.Null(_cache.Find("key"));
    }

    [Fact]
    public async Task A_cached_response_counts_for_the_rate_limit()
    {
        _site.With("RateLimit:RequestsPerMinute", "3");
        using HttpClient http = new() { BaseAddress = await _site.ListenAsync() };
        Uri lakes = new("/lakes", UriKind.Relative);
        using HttpResponseMessage made = await http.GetAsync(lakes);
        using HttpResponseMessage cached = await http.GetAsync(lakes);
        using HttpResponseMessage again = await http.GetAsync(lakes);
        using HttpResponseMessage refused = await http.GetAsync(lakes);
        made.Headers.Date = cached.Headers.Date = null;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (again.StatusCode, refused.StatusCode));
        Assert.Equal(1, SiteCounts.Stored);
        Assert.Equal($"{made.Headers}{made.Content.Headers}", $"{cached.Headers}{cached.Content.Headers}");
    }

    [Fact]
    public async Task Spellings_of_one_query_share_a_response()
    {
        foreach (string query in new[] { "site=3018&period=24_hour", "period=24_hour&site=3018", "period=24_hour&site=LCRA%3A3018", "site=%33018&period=24%5Fhour" })
        {
            await _site.GetStringAsync("/?" + query);
        }

        Assert.Equal((1, 3), SiteCounts);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _site.Dispose();
    }
}
