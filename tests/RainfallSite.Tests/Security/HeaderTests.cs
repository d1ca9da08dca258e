using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class HeaderTests(SiteFixture site) : IClassFixture<SiteFixture>, IDisposable
{
    private readonly SiteFixture _site = new();

    [Theory]
    [InlineData("/")]
    [InlineData("/?site=nowhere")]
    [InlineData("/api/sites")]
    [InlineData("/api/nothing")]
    [InlineData("/badge/3018/24_hour.svg")]
    [InlineData("/icon.svg")]
    [InlineData("/healthz")]
    public async Task Every_response_allows_only_resources_of_this_site(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'self'; img-src 'self' data:; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("https://tiles.example.org/{z}/{x}/{y}.png?key=a", "https://tiles.example.org;")]
    [InlineData("https://{s}.tiles.example.org:8443/{z}/{x}/{y}.png", "https://*.tiles.example.org:8443;")]
    public async Task Pictures_may_come_from_the_configured_tiles_too(string tiles, string origin)
    {
        using HttpResponseMessage response = await _site.With("Map:TileUrl", tiles).GetAsync("/");

        Assert.Contains("img-src 'self' data: " + origin, response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Map:TileUrl", "https://tiles.example.org/; script-src *", "Map__TileUrl must be an absolute http or https address with {z}, {x} and {y}")]
    [InlineData("Map:TileUrl", "javascript:alert({z}{x}{y})", "Map__TileUrl must be")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.0.0.0/8, 10.0.0.0/33", "ForwardedHeaders__KnownNetworks must be networks such as 10.0.0.0/8")]
    [InlineData("ForwardedHeaders:KnownNetworks", "everybody", "it is 'everybody'")]
    [InlineData("RateLimit:RequestsPerMinute", "0", "RateLimit__RequestsPerMinute must be a whole number above zero")]
    [InlineData("RateLimit:RequestsPerMinute", "many", "RateLimit__RequestsPerMinute must be")]
    [InlineData("AllowedHosts", "", "AllowedHosts must be set in Production to the hosts of this site and of its health checks, such as rain.example.org;localhost")]
    [InlineData("PathBase", "rainfall", "PathBase must be a path that begins with /")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT must be an absolute http or https address")]
    public async Task An_invalid_setting_stops_the_start_and_says_what_is_valid(string setting, string value, string message)
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _site.With(setting, value).GetStringAsync("/"));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/rainfall/3018/24_hour", HttpStatusCode.OK)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task A_page_of_any_origin_can_read_without_credentials(string address, HttpStatusCode status)
    {
        using HttpResponseMessage response = await site.GetAsync(address, ("Origin", "https://example.org"));

        Assert.Equal((status, "*"), (response.StatusCode, response.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task A_preflight_allows_reading()
    {
        using HttpRequestMessage request = new(HttpMethod.Options, "/api/sites");
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", "GET");

        using HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal((HttpStatusCode.NoContent, "GET,HEAD"), (response.StatusCode, response.Headers.GetValues("Access-Control-Allow-Methods").Single()));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_made_for_a_request_is_compressed(string encoding)
    {
        using HttpResponseMessage response = await site.GetAsync("/api/sites", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    public void Dispose() => _site.Dispose();
}
