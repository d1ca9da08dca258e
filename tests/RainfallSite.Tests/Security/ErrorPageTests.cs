using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

/// <summary>A mistyped address in a browser is a page, whatever the client accepts.</summary>
public sealed class ErrorPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("GET", "/guages", HttpStatusCode.NotFound, "There is no page at this address Check the address, or search for a place or a gauge. Where?")]
    [InlineData("GET", "/sites", HttpStatusCode.NotFound, "There is no page at this address")]
    [InlineData("GET", "/es/mapas", HttpStatusCode.NotFound, "No hay ninguna página en esta dirección")]
    [InlineData("GET", "/ES/mapas", HttpStatusCode.NotFound, "No hay ninguna página en esta dirección")]
    [InlineData("GET", "/ES/api/rainfall/3018", HttpStatusCode.NotFound, "No hay ninguna página en esta dirección")]
    [InlineData("GET", "/apis", HttpStatusCode.NotFound, "There is no page at this address")]
    [InlineData("GET", "/?q=%00", HttpStatusCode.BadRequest, "This address is not valid")]
    [InlineData("POST", "/map", HttpStatusCode.MethodNotAllowed, "Pages can only be read")]
    public async Task An_address_for_people_has_a_page(string method, string address, HttpStatusCode status, string says)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");

        using HttpResponseMessage response = await site.SendAsync(request);

        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        // The property would count a body without the header.
        Assert.True(response.Content.Headers.NonValidated.Contains("Content-Length"));
        Assert.Contains(says, PageText.Words(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task What_was_typed_is_not_in_the_page() =>
        Assert.DoesNotContain("xyz", await site.GetStringAsync("/xyz%3Cb%3E?q=xyz"), StringComparison.Ordinal);

    [Fact]
    public async Task Below_a_path_base_the_page_leads_back_below_it()
    {
        using SiteFixture below = new();
        below.With("PathBase", "/rainfall");

        string page = await below.GetStringAsync("/rainfall/es/nada");

        Assert.Contains("href=\"/rainfall/es/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/rainfall/site.css\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_over_the_limit_gets_a_page_that_says_when_to_return()
    {
        using SiteFixture limited = new();
        limited.With("RateLimit:RequestsPerMinute", "1");
        await limited.GetStringAsync("/lakes");

        using HttpResponseMessage response = await limited.GetAsync("/rivers");

        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.True(response.Content.Headers.NonValidated.Contains("Content-Length"));
    }

    [Theory]
    [InlineData("/?site=1999", "/sites/1999")]
    [InlineData("/?q=1999", "/sites/1999")]
    [InlineData("/es/?site=LCRA%3A1999&period=today&units=mm", "/es/?site=1999&period=today&units=mm")]
    [InlineData("/es/?site=1999&period=today&units=mm", "/es/sites/1999?units=mm")]
    public async Task A_dam_leads_to_its_own_page(string address, string page)
    {
        await site.GetStringAsync("/healthz");
        using HttpClient http = site.CreateClient(new() { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(page, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/sites/2959?from=2026-09-01&to=2026-10-01&bars=day&start=2026-10-01T00%3A00&end=2026-10-02T00%3A00&compare=month&units=mm")]
    [InlineData("/gauges?period=today&q=creek&basin=Highland%20Lakes&sort=name&desc=false&page=all")]
    [InlineData("/?near=30.61%2C-98.27&period=since_midnight&units=mm&roof=1000")]
    [InlineData("/map?period=today&lat=30.5&lon=-98.2&z=9")]
    public async Task The_other_language_has_the_same_state(string address)
    {
        string page = WebUtility.HtmlDecode(await site.GetStringAsync(address));

        Assert.Contains($"<a class=\"language\" lang=\"es\" hreflang=\"es\" href=\"/es{Uri.UnescapeDataString(address)}\"", Uri.UnescapeDataString(page), StringComparison.Ordinal);
    }
}
