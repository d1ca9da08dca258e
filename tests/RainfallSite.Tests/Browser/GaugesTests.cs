using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class GaugesTests(BrowserFixture browser)
{
    [ToolTheory(BrowserFixture.Program)]
    [InlineData(BrowserProfile.PhoneWidth, true)]
    [InlineData(BrowserProfile.PhoneWidth, false)]
    [InlineData(BrowserProfile.DeskWidth, true)]
    [InlineData(BrowserProfile.DeskWidth, false)]
    public async Task A_visitor_searches_sorts_and_opens_a_gauge(int width, bool script)
    {
        await using BrowserSession visit = await browser.OpenAsync("/gauges", new() { Width = width, RunsScript = script });
        GaugesPage gauges = new(visit.Page);

        await gauges.SearchAsync("marble falls");
        await gauges.SortByAsync("Gauge");
        await Assertions.Expect(gauges.FirstGauge).ToHaveTextAsync("Backbone Creek at Marble Falls");
        await gauges.FirstGauge.ClickAsync();

        Assert.Contains("site=2992", visit.Page.Url, StringComparison.Ordinal);
    }
}
