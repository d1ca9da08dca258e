using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

/// <summary>What is shown where an address is shared, and the links for other pages and programs.</summary>
public sealed class ShareCardTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/?site=3018", "<meta property=\"og:title\" content=\"2.81 inches in the last 24 hours at Hamilton Creek near Marble Falls\">")]
    [InlineData("/?site=3018", "<meta property=\"og:description\" content=\"From 6:55 am Thu, Oct 1 to 6:55 am CDT Fri, Oct 2, 2026. Read at 6:55 am CDT on Friday, October 2, 2026. Provisional data.\">")]
    [InlineData("/?site=3018", "<meta property=\"og:image\" content=\"http://localhost/share.png\">")]
    [InlineData("/es/?site=3018", "<meta property=\"og:locale\" content=\"es_US\">")]
    [InlineData("/?site=3018", "href=\"/atom/3018/24_hour?over=1.00\"")]
    [InlineData("/?site=3018", "<a href=\"/badge/3018/24_hour.svg\">a picture for another page</a>")]
    [InlineData("/es/?site=3018", "<a href=\"/text/3018/24_hour.txt\">una línea de texto</a>")]
    [InlineData("/lakes", "<link rel=\"manifest\" href=\"/manifest.webmanifest\">")]
    public async Task A_page_says_what_it_has(string address, string markup) =>
        Assert.Contains(markup, WebUtility.HtmlDecode(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=3018", "content=\"This is a recording, not live: From 6:55 am")]
    [InlineData("/?site=3018", "For other pages and programs (recording):")]
    [InlineData("/text/3018/24_hour.txt", "; RECORDING, not live")]
    [InlineData("/badge/3018/24_hour.svg", "RECORDING: rain, the last 24 hours")]
    [InlineData("/atom/3018/24_hour?over=1.00", "A recording, not live. Provisional data")]
    public async Task A_recording_says_so_wherever_its_numbers_go(string address, string words)
    {
        using SiteFixture recording = new();
        recording.With("Hydromet:Source", "Replay");

        Assert.Contains(words, WebUtility.HtmlDecode(await recording.GetStringAsync(address)), StringComparison.Ordinal);
        Assert.DoesNotContain(words, WebUtility.HtmlDecode(await site.GetStringAsync(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/service-worker.js", "text/javascript")]
    [InlineData("/manifest.webmanifest", "application/manifest+json")]
    [InlineData("/share.png", "image/png")]
    public async Task What_the_pages_name_is_served(string address, string type)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }
}
