using System.Net;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Comparison;

public sealed class ComparisonPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task Gauges_are_side_by_side_for_the_same_periods()
    {
        string page = await site.GetStringAsync("/compare?gauges=3018,2959,COA:950");

        Assert.Contains(PageText.Rows(page), row => row.StartsWith("the last 24 hours 2.81 1.44", StringComparison.Ordinal));
        Assert.Contains(PageText.Rows(page), row => row.StartsWith("yesterday 1.62 1.47 –", StringComparison.Ordinal));
        Assert.Contains("<title>2.81 inches in the last 24 hours at Hamilton Creek near Marble Falls; 1.44 inches", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/compare?gauges=LCRA:3018,,3018,x%20y,2959", "/compare?gauges=3018,2959")]
    [InlineData("/compare?gauges=3018,2959,2992,2998,3028", "/compare?gauges=3018,2959,2992,2998")]
    public async Task More_than_four_and_other_spellings_redirect(string address, string canonical)
    {
        await site.GetStringAsync("/healthz");
        using HttpClient http = site.CreateClient(new() { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (response.StatusCode, Uri.UnescapeDataString(response.Headers.Location!.ToString())));
    }

    [Theory]
    [InlineData("/compare")]
    [InlineData("/compare?gauges=9999")]
    [InlineData("/compare?gauges=,")]
    public async Task Without_a_known_gauge_the_page_says_how_to_choose(string address) =>
        Assert.Contains("Open a gauge and choose", PageText.Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/compare?gauges=3018,9999,8888", "LCRA's report has no rain gauge 9999, 8888.")]
    [InlineData("/es/compare?gauges=9999", "El informe de la LCRA no tiene el pluviómetro 9999.")]
    public async Task Unknown_gauges_are_named(string address, string text) =>
        Assert.Contains(text, PageText.Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/", "<title>How much rain did we get?: 4.51 inches in the last 24 hours at Colorado River near Glen Flora</title>")]
    [InlineData("/gauges?period=1_hour", "inches in the last hour at ")]
    [InlineData("/map", "<title>Rain on the map: 4.51 inches in the last 24 hours at Colorado River near Glen Flora</title>")]
    [InlineData("/sites/3018", "<title>2.81 inches in the last 24 hours at Hamilton Creek near Marble Falls: now and before</title>")]
    [InlineData("/rivers", "<title>Rivers and creeks: Llano River at Llano 9.40 ft</title>")]
    [InlineData("/lakes", "<title>Highland Lakes: ")]
    public async Task Every_title_states_a_place_and_a_number(string address, string title) =>
        Assert.Contains(title, await site.GetStringAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_says_when_the_next_report_is_due_the_same_on_every_replica() =>
        Assert.Contains("data-due=\"2026-10-02T12:19:00Z\"", await site.GetStringAsync("/?site=3018"), StringComparison.Ordinal);
}
