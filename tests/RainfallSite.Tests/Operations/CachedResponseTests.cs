using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Caching;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

/// <summary>A cached response equals one made now.</summary>
public sealed class CachedResponseTests : IDisposable
{
    private const string Page = "/?site=3018&period=24_hour";
    private const string Total = "/api/rainfall/3018/24_hour";
    private readonly SiteFixture _site = new();

    private (long Stored, long Found) Counts => _site.Services.GetRequiredService<ResponseCache>().Counts;

    [Theory]
    [InlineData(Page)]
    [InlineData(Total)]
    public async Task A_response_is_made_once_a_minute(string address)
    {
        string first = await _site.GetStringAsync(address);
        _site.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.Equal(first, await _site.GetStringAsync(address));
        Assert.Equal((1, 1), Counts);
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Total)]
    public async Task A_new_minute_has_a_new_response(string address)
    {
        await _site.GetStringAsync(address);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await _site.GetStringAsync(address);

        Assert.Equal((2, 0), Counts);
    }

    [Fact]
    public async Task A_new_report_is_shown_at_once()
    {
        await _site.GetStringAsync(Total);

        await _site.RefreshUntilAsync(Total, body => body.Contains("\"fetchedAt\":\"2026-10-02T07:17", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/?site=3018&period=1_hour")]
    [InlineData("/es/?site=3018&period=24_hour")]
    [InlineData("/?site=3018&period=24_hour&units=mm")]
    [InlineData("/rainfall/?site=3018&period=24_hour")]
    public async Task Another_address_is_another_page(string other)
    {
        _site.With("PathBase", "/rainfall");
        string page = await _site.GetStringAsync(Page);

        Assert.NotEqual(page, await _site.GetStringAsync(other));
        Assert.Equal(0, Counts.Found);
    }

    [Theory]
    [InlineData("http://other.example")]
    [InlineData("https://localhost")]
    public async Task Another_host_or_scheme_has_its_own_entry(string origin)
    {
        await _site.GetStringAsync("http://localhost" + Page);
        using HttpResponseMessage other = await _site.GetAsync(origin + Page);

        Assert.Equal((HttpStatusCode.OK, 0), (other.StatusCode, Counts.Found));
    }

    [Fact]
    public async Task A_cached_page_has_the_headers_of_a_new_one()
    {
        using HttpResponseMessage made = await _site.GetAsync(Page, ("Accept-Encoding", "gzip"));
        using HttpResponseMessage cached = await _site.GetAsync(Page, ("Accept-Encoding", "gzip"));

        // The server writes a date of its own.
        made.Headers.Date = null;
        cached.Headers.Date = null;

        Assert.Equal(1, Counts.Found);
        Assert.Equal(Lines(made), Lines(cached));
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Total)]
    public async Task Downstream_caches_can_store_a_cached_response_until_the_minute_ends(string address)
    {
        await _site.GetStringAsync(address);
        _site.Clock.Advance(TimeSpan.FromSeconds(45));
        using HttpResponseMessage cached = await _site.GetAsync(address);

        Assert.Equal((1, _site.Clock.GetUtcNow().AddSeconds(15), null), (Counts.Found, cached.Content.Headers.Expires!.Value, cached.Headers.Age));
    }

    [Theory]
    [InlineData("gzip", "br")]
    [InlineData("gzip", "identity")]
    [InlineData("identity", "br")]
    public async Task A_response_is_cached_compressed(string one, string other)
    {
        using HttpResponseMessage first = await _site.GetAsync(Page, ("Accept-Encoding", one));
        using HttpResponseMessage second = await _site.GetAsync(Page, ("Accept-Encoding", other));
        using HttpResponseMessage again = await _site.GetAsync(Page, ("Accept-Encoding", one));

        Assert.Equal((2, 1), Counts);
        Assert.Equal(first.Content.Headers.ContentEncoding, again.Content.Headers.ContentEncoding);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd")]
    [InlineData("br;q=1.0, gzip;q=0.5")]
    public async Task Browsers_with_the_same_compression_share_a_response(string accepted)
    {
        using HttpResponseMessage first = await _site.GetAsync(Page, ("Accept-Encoding", "br"));
        using HttpResponseMessage second = await _site.GetAsync(Page, ("Accept-Encoding", accepted));

        Assert.Equal((1, "br"), (Counts.Found, second.Content.Headers.ContentEncoding.Single()));
    }

    [Fact]
    public async Task Only_GET_is_cached()
    {
        await _site.GetStringAsync(Page);
        using HttpRequestMessage head = new(HttpMethod.Head, Page);
        using HttpResponseMessage response = await _site.SendAsync(head);

        Assert.Equal((HttpStatusCode.OK, 1, 0), (response.StatusCode, Counts.Stored, Counts.Found));
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused_before_the_cache()
    {
        await _site.GetStringAsync(Page);
        using HttpRequestMessage request = new(HttpMethod.Get, Page) { Content = new ByteArrayContent(new byte[5000]) };
        using HttpResponseMessage response = await _site.SendAsync(request);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 0), (response.StatusCode, Counts.Found));
    }

    [Theory]
    [InlineData("/?site=1")]
    [InlineData("/?site=3018&period=never")]
    [InlineData("/api/rainfall/1/24_hour")]
    [InlineData("/sites/3018")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Errors_histories_and_probes_are_not_cached(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(0, Counts.Stored);
    }

    [Fact]
    public async Task Nothing_is_cached_without_a_report()
    {
        _site.With(Support.FeedServer.Down);
        using HttpResponseMessage page = await _site.GetAsync(Page);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, 0), (page.StatusCode, Counts.Stored));
    }

    public void Dispose() => _site.Dispose();

    private static IEnumerable<string> Lines(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
}
