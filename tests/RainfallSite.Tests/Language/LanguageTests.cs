using System.Net.Http.Headers;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Language;

public sealed class LanguageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/", null, "en")]
    [InlineData("/", "es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData("/", "fr-FR,es;q=0.5", "es")]
    [InlineData("/", "fr-FR", "en")]
    [InlineData("/?lang=es", "en-US", "es")]
    [InlineData("/?lang=en", "es", "en")]
    [InlineData("/?lang=klingon", "es", "es")]
    public async Task The_address_decides_and_then_the_browser(string address, string? browser, string language)
    {
        using HttpResponseMessage response = await GetAsync(address, browser);

        Assert.Equal(language, Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", response.Headers.Vary, StringComparer.OrdinalIgnoreCase);
        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_are_the_same_whatever_the_browser_prefers()
    {
        using HttpResponseMessage response = await GetAsync("/api/rainfall/3018/24_hour", "es");

        Assert.Empty(response.Headers.Vary);
        Assert.Empty(response.Content.Headers.ContentLanguage);
        Assert.Contains("\"the last 24 hours\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spanish_has_a_decimal_point_too() =>
        Assert.Contains("2.81 pulgadas", await site.GetStringAsync("/?site=3018&period=24_hour&lang=es"), StringComparison.Ordinal);

    [Fact]
    public async Task Links_carry_the_requested_language_and_units() =>
        Assert.Contains("href=\"/gauges?lang=es&amp;units=mm\"", await site.GetStringAsync("/?site=3018&lang=es&units=mm"), StringComparison.Ordinal);

    [Fact]
    public async Task Links_do_not_carry_a_language_that_only_the_browser_prefers()
    {
        using HttpResponseMessage response = await GetAsync("/", "es");

        Assert.Contains("href=\"/gauges\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_do_not_carry_invalid_preferences() =>
        Assert.Contains("href=\"/gauges\"", await site.GetStringAsync("/?lang=%22%3E%3Cb&units=furlong&roof=-1"), StringComparison.Ordinal);

    private async Task<HttpResponseMessage> GetAsync(string address, string? browser)
    {
        await site.GetStringAsync("/healthz");
        using HttpClient http = site.CreateClient();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (browser is not null)
        {
            foreach (string language in browser.Split(','))
            {
                request.Headers.AcceptLanguage.Add(StringWithQualityHeaderValue.Parse(language));
            }
        }

        return await http.SendAsync(request);
    }
}
