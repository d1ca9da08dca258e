using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

/// <summary>What an old replica returns to the pages of a new version.</summary>
public sealed class FingerprintTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task An_unknown_fingerprint_returns_the_file_and_forbids_caching()
    {
        using HttpResponseMessage response = await site.GetAsync("/site.0000000000.css");

        Assert.Equal((HttpStatusCode.OK, "text/css", true), (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.NoStore));
        Assert.Equal(await site.GetStringAsync("/site.css"), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/nothing.0000000000.css")]
    [InlineData("/site.000.css")]
    [InlineData("/../appsettings.0000000000.json")]
    [InlineData("/%2e%2e/appsettings.0000000000.json")]
    public async Task A_file_that_is_not_here_is_not_found(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
