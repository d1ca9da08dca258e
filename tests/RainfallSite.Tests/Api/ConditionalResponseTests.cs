using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

/// <summary>The headers that shared caches go by.</summary>
public sealed class ConditionalResponseTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private const string Total = "/api/rainfall/3018/24_hour";
    private readonly SiteFixture _site = new();

    public static TheoryData<string> MadeFromReports =>
    [
        "/", "/?site=3018&period=24_hour", "/es/?site=3018&period=24_hour", "/gauges", "/es/map", "/lakes", "/rivers", "/?q=creek", "/gauges.csv", "/gauges.geojson",
        "/api/sites", "/api/sites?near=30.57,-98.27&take=5", "/api/rainfall/3018", Total, "/badge/3018/24_hour.svg", "/text/3018/24_hour.txt", "/atom/3018/24_hour?over=1.00",
    ];

    [Theory]
    [MemberData(nameof(MadeFromReports))]
    public async Task A_response_made_from_the_reports_ends_with_the_minute_in_every_cache(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, stale-while-revalidate=10, stale-if-error=300", Header(response, "Cache-Control"));
        Assert.Equal("Fri, 02 Oct 2026 12:03:00 GMT", Header(response, "Expires"));
        Assert.Equal("Accept-Encoding", Header(response, "Vary"));
        // The property would count a body without the header.
        Assert.True(response.Content.Headers.NonValidated.Contains("Content-Length"));
        Assert.Equal((await response.Content.ReadAsByteArrayAsync()).Length, response.Content.Headers.ContentLength);
        Assert.Equal((true, false), (response.Headers.ETag!.IsWeak, response.Headers.Contains("Set-Cookie")));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(59.5)]
    public async Task Within_a_minute_the_end_is_the_same(double seconds)
    {
        _site.Clock.Advance(TimeSpan.FromSeconds(seconds));

        using HttpResponseMessage response = await _site.GetAsync(Total);

        Assert.Equal("Fri, 02 Oct 2026 12:03:00 GMT", Header(response, "Expires"));
    }

    [Theory]
    [MemberData(nameof(MadeFromReports))]
    public async Task A_client_that_has_it_gets_the_same_headers_and_no_body(string address)
    {
        using HttpResponseMessage first = await site.GetAsync(address, ("Accept-Encoding", "gzip"));

        using HttpResponseMessage again = await site.GetAsync(address, ("If-None-Match", $"\"other\", {first.Headers.ETag}"));

        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.All(["ETag", "Cache-Control", "Expires", "Vary", "Content-Language"], name => Assert.Equal(Header(first, name), Header(again, name)));
    }

    [Fact]
    public async Task Replicas_with_the_same_feeds_give_the_same_tag()
    {
        using SiteFixture other = new();
        other.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(await TagAsync(_site, Total), await TagAsync(other, Total));
    }

    [Fact]
    public async Task Another_amount_under_the_same_report_time_has_another_tag()
    {
        using SiteFixture other = new();
        other.With(RecordedBodies.With("2.81", "2.82"));

        Assert.NotEqual(await TagAsync(_site, Total), await TagAsync(other, Total));
    }

    [Theory]
    [InlineData("/es/?site=3018&period=24_hour")]
    [InlineData("/?site=3018&period=24_hour&units=mm")]
    [InlineData("/?site=3018&period=1_hour")]
    [InlineData(Total)]
    public async Task Another_address_has_another_tag(string other) =>
        Assert.NotEqual(await TagAsync(site, "/?site=3018&period=24_hour"), await TagAsync(site, other));

    [Fact]
    public async Task A_report_that_goes_stale_has_a_new_tag_and_so_has_each_minute()
    {
        _site.With("Hydromet:RefreshInterval", "23:00:00");
        string tag = await TagAsync(_site, "/lakes");
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        string next = await TagAsync(_site, "/lakes");
        _site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(3, new HashSet<string>(StringComparer.Ordinal) { tag, next, await TagAsync(_site, "/lakes") }.Count);
    }

    [Theory]
    [InlineData("/api/rainfall/1/24_hour", HttpStatusCode.NotFound)]
    [InlineData("/?site=2222", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/es/api/sites", HttpStatusCode.NotFound)]
    [InlineData("/api/sites?take=many", HttpStatusCode.BadRequest)]
    public async Task An_error_that_the_address_decides_is_cached_for_a_minute(string address, HttpStatusCode status)
    {
        using HttpResponseMessage response = await site.GetAsync(address, ("If-None-Match", "*"));

        Assert.Equal((status, "public, max-age=60", "Accept-Encoding"), (response.StatusCode, Header(response, "Cache-Control"), Header(response, "Vary")));
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/readyz", HttpStatusCode.OK)]
    [InlineData(Total, HttpStatusCode.ServiceUnavailable)]
    [InlineData("/gauges", HttpStatusCode.ServiceUnavailable)]
    public async Task Health_and_failures_are_never_cached(string address, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _site.With(FeedServer.Down).GetAsync(address);

        Assert.Equal((status, "no-store"), (response.StatusCode, Header(response, "Cache-Control")));
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, response.Headers.Contains("Retry-After"));
        Assert.True(status == HttpStatusCode.OK || response.Content.Headers.NonValidated.Contains("Content-Length"));
    }

    [Fact]
    public async Task The_description_of_the_API_lasts_an_hour_and_its_tag_longer_than_a_report()
    {
        using HttpResponseMessage first = await _site.GetAsync("/openapi/v1.json");
        _site.Clock.Advance(TimeSpan.FromMinutes(2));
        using HttpResponseMessage again = await _site.GetAsync("/openapi/v1.json", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(("public, max-age=3600", false), (Header(first, "Cache-Control"), first.Content.Headers.Contains("Expires")));
        Assert.True(first.Content.Headers.NonValidated.Contains("Content-Length"));
        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task HEAD_has_the_length_of_GET()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/gauges");
        using HttpResponseMessage head = await site.SendAsync(request);
        using HttpResponseMessage get = await site.GetAsync("/gauges");

        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    public void Dispose() => _site.Dispose();

    private static string Header(HttpResponseMessage response, string name) =>
        string.Join(", ", response.Headers.Concat(response.Content.Headers).First(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value);

    private static async Task<string> TagAsync(SiteFixture site, string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }
}
