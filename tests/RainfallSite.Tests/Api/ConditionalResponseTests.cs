using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Api;

public sealed class ConditionalResponseTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Theory]
    [InlineData("/api/sites")]
    [InlineData("/api/rainfall/3018/24_hour")]
    [InlineData("/badge/3018/24_hour.svg")]
    [InlineData("/text/3018/24_hour.txt")]
    [InlineData("/atom/3018/24_hour?over=1.00")]
    public async Task A_response_that_a_client_has_is_not_sent_again(string address)
    {
        string tag = await TagAsync(address);

        using HttpResponseMessage again = await _site.GetAsync(address, ("If-None-Match", "\"other\", " + tag));

        Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag!.ToString()));
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_new_report_has_a_new_tag()
    {
        const string Total = "/api/rainfall/3018/24_hour";
        string tag = await TagAsync(Total);

        await _site.RefreshUntilAsync(Total, body => body.Contains("\"fetchedAt\":\"2026-10-02T07:17", StringComparison.Ordinal));

        Assert.NotEqual(tag, await TagAsync(Total));
    }

    [Fact]
    public async Task A_report_that_goes_stale_has_a_new_tag()
    {
        _site.With("Hydromet:RefreshInterval", "23:00:00");
        string tag = await TagAsync("/api/sites");

        _site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.NotEqual(tag, await TagAsync("/api/sites"));
    }

    [Fact]
    public async Task A_line_with_an_age_has_a_new_tag_each_minute()
    {
        string tag = await TagAsync("/text/3018/24_hour.txt");

        _site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotEqual(tag, await TagAsync("/text/3018/24_hour.txt"));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(13, 47)]
    [InlineData(59.5, 0)]
    public async Task A_response_can_be_cached_until_the_next_minute(double secondsIntoTheMinute, int seconds)
    {
        _site.Clock.Advance(TimeSpan.FromSeconds(secondsIntoTheMinute));

        using HttpResponseMessage response = await _site.GetAsync("/api/rainfall/3018/24_hour");
        using HttpResponseMessage page = await _site.GetAsync("/?site=3018");

        Assert.Equal(
            (TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)),
            (response.Headers.CacheControl!.MaxAge!.Value, page.Headers.CacheControl!.MaxAge!.Value));
    }

    [Theory]
    [InlineData("/api/rainfall/1/24_hour")]
    [InlineData("/nothing")]
    public async Task An_error_is_not_cached(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address, ("If-None-Match", "*"));

        Assert.Equal((HttpStatusCode.NotFound, true), (response.StatusCode, response.Headers.CacheControl!.NoStore));
    }

    public void Dispose() => _site.Dispose();

    private async Task<string> TagAsync(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.Headers.ETag!.ToString();
    }
}
