using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Browser;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Language;

public sealed partial class LanguageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    public static TheoryData<string> Pages { get; } = [.. SitePages.All.Values];

    [Theory]
    [InlineData("/", "es-MX,es;q=0.9", "en")]
    [InlineData("/es/", "en-US", "es")]
    [InlineData("/es/gauges", null, "es")]
    [InlineData("/gauges", null, "en")]
    public async Task The_path_decides_and_no_header_does(string address, string? browser, string language)
    {
        using HttpResponseMessage response = await site.GetAsync(address, browser is null ? [] : [("Accept-Language", browser)]);

        Assert.Equal((language, "Accept-Encoding"), (Assert.Single(response.Content.Headers.ContentLanguage), Assert.Single(response.Headers.Vary)));
        Assert.Contains($"<html lang=\"{language}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_itself_in_the_other_language_and_back(string address)
    {
        string there = LinkOf(await site.GetStringAsync(address));
        string spanish = await site.GetStringAsync(there);

        Assert.StartsWith("/es/", there, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\"", spanish, StringComparison.Ordinal);
        Assert.Equal(Uri.UnescapeDataString(address), Uri.UnescapeDataString(LinkOf(spanish)));
    }

    [Theory]
    [InlineData("/gauges", "/manifest.webmanifest", "Central Texas rainfall", "./")]
    [InlineData("/es/gauges", "/manifest.es.webmanifest", "Lluvia del centro de Texas", "./es/")]
    public async Task An_installed_site_has_the_name_and_the_first_page_of_its_language(string page, string manifest, string name, string start)
    {
        Assert.Contains($"<link rel=\"manifest\" href=\"{manifest}\">", await site.GetStringAsync(page), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(await site.GetStringAsync(manifest));

        Assert.Equal((name, start), (json.RootElement.GetProperty("name").GetString(), json.RootElement.GetProperty("start_url").GetString()));
    }

    [Fact]
    public async Task Data_are_in_English_and_not_below_the_Spanish_path()
    {
        using HttpResponseMessage data = await site.GetAsync("/api/rainfall/3018/24_hour", ("Accept-Language", "es"));
        using HttpResponseMessage spanish = await site.GetAsync("/es/api/rainfall/3018/24_hour");

        Assert.Contains("\"the last 24 hours\"", await data.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, spanish.StatusCode);
    }

    [Fact]
    public async Task Spanish_has_a_decimal_point_too() =>
        Assert.Contains("2.81 pulgadas", await site.GetStringAsync("/es/?site=3018&period=24_hour"), StringComparison.Ordinal);

    [Fact]
    public async Task Links_stay_in_the_language_and_carry_the_requested_units()
    {
        string page = await site.GetStringAsync("/es/?site=3018&units=mm");

        Assert.Contains("href=\"/es/gauges?units=mm\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/es/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/api/rainfall/3018\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_do_not_carry_invalid_preferences() =>
        Assert.Contains("href=\"/gauges\"", await site.GetStringAsync("/?lang=%22%3E%3Cb&units=furlong&roof=-1"), StringComparison.Ordinal);


    private static string LinkOf(string page) => WebUtility.HtmlDecode(Other().Match(page).Groups["address"].Value);

    [GeneratedRegex("<a class=\"language\"[^>]* href=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();
}
