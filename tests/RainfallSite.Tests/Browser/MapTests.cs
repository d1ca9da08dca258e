using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class MapTests(BrowserFixture browser)
{
    // One of the 335 gauges with an amount is silent: the list shows it apart.
    private const int ReportingGauges = 334;

    [ToolTheory(BrowserFixture.Program, "npm")]
    [InlineData(BrowserProfile.PhoneWidth)]
    [InlineData(BrowserProfile.DeskWidth)]
    public async Task With_script_every_gauge_is_on_a_map_that_can_be_zoomed(int width)
    {
        await using BrowserSession visit = await browser.OpenAsync("/map", new() { Width = width });
        MapPage map = new(visit.Page);

        Assert.Equal(ReportingGauges, await map.LiveMarks.CountAsync());
        Assert.Equal(0, await map.Drawing.CountAsync());
        await Assertions.Expect(map.Counties).ToHaveCountAsync(1);
        await Assertions.Expect(map.InView).ToContainTextAsync("of 334 gauges are in view");

        await map.TapBesideWettestAsync();
        await Assertions.Expect(map.Popup).ToContainTextAsync("inchesthe last 24 hoursRead Fri, Oct 2, 6:5");
        await Assertions.Expect(map.Popup.GetByRole(AriaRole.Link, new() { Name = "Open this gauge" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("site=[0-9]{4}&period=24_hour", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        int scrolled = await map.ScrollByWheelAsync();
        Assert.InRange(scrolled, 50, 150);
        await map.ZoomInAsync();
        await map.WaitForAddressAsync("z=");
        await Assertions.Expect(visit.Page.Locator("a.language")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/es/map.*z=", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal([], visit.Faults);
    }

    [ToolFact(BrowserFixture.Program, "npm")]
    public async Task The_list_reaches_every_mark_by_keyboard()
    {
        await using BrowserSession visit = await browser.OpenAsync("/map");
        MapPage map = new(visit.Page);

        await map.List.Nth(1).FocusAsync();

        await Assertions.Expect(map.Tip).ToHaveTextAsync("4.19 El Campo 2 NW");
    }

    [ToolFact(BrowserFixture.Program, "npm")]
    public async Task A_shared_address_shows_the_same_place()
    {
        await using BrowserSession visit = await browser.OpenAsync("/map?lat=29.31&lon=-96.1&z=11");
        MapPage map = new(visit.Page);

        Assert.Equal(ReportingGauges, await map.LiveMarks.CountAsync());
        Assert.Contains("z=11", visit.Page.Url, StringComparison.Ordinal);
        await map.ZoomInAsync();
        await map.WaitForAddressAsync("z=12");
    }

    [ToolTheory(BrowserFixture.Program)]
    [InlineData(BrowserProfile.PhoneWidth)]
    [InlineData(BrowserProfile.DeskWidth)]
    public async Task Without_script_it_is_a_drawing_with_links_to_move_it(int width)
    {
        await using BrowserSession visit = await browser.OpenAsync("/map", new() { Width = width, RunsScript = false });
        MapPage map = new(visit.Page);
        await visit.SaveScreenshotAsync($"map-{width}-without-script");

        Assert.Equal(ReportingGauges, await map.DrawnMarks.CountAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Zoom in" }).ClickAsync();
        Assert.InRange(await map.DrawnMarks.CountAsync(), 100, 334);
        Assert.False(await map.Live.IsVisibleAsync());
    }
}
