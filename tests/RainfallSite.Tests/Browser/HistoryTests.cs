using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

[Collection(BrowserTests.Name)]
public sealed class HistoryTests(BrowserFixture browser)
{
    [ToolTheory(BrowserFixture.Program, "npm")]
    [InlineData(BrowserProfile.PhoneWidth)]
    [InlineData(BrowserProfile.DeskWidth)]
    public async Task With_script_pointing_at_a_bar_shows_its_amount(int width)
    {
        await using BrowserSession visit = await browser.OpenAsync("/sites/2959?from=1997-05-15&to=1997-05-16", new() { Width = width });
        HistoryPage history = new(visit.Page);
        LocatorBoundingBoxResult box = (await history.Chart.BoundingBoxAsync())!;

        await history.Chart.ScrollIntoViewIfNeededAsync();
        await history.Chart.HoverAsync(new() { Position = new() { X = (float)(56 + ((box.Width - 56) / 4)), Y = (float)(box.Height / 2) }, Force = true });

        await Assertions.Expect(history.Saying).ToContainTextAsync("Thu, May 15: 10.68 Inches");

        await visit.Page.Locator(".chart").PressAsync("End");
        await Assertions.Expect(history.Saying).ToContainTextAsync("Fri, May 16:");
        await visit.Page.Locator(".chart").PressAsync("ArrowLeft");
        await Assertions.Expect(history.Saying).ToContainTextAsync("Thu, May 15: 10.68 Inches");
        Assert.Equal([], visit.Faults);
    }

    [ToolTheory(BrowserFixture.Program)]
    [InlineData(BrowserProfile.PhoneWidth)]
    [InlineData(BrowserProfile.DeskWidth)]
    public async Task Without_script_the_bars_are_drawn_and_the_forms_work(int width)
    {
        await using BrowserSession visit = await browser.OpenAsync("/sites/2959", new() { Width = width, RunsScript = false });
        HistoryPage history = new(visit.Page);
        await visit.SaveScreenshotAsync($"site-{width}-without-script");

        await history.ShowDaysAsync("2001-11-01", "2001-11-30");
        Assert.InRange(await history.DrawnBars.CountAsync(), 1, 30);

        await history.CountAsync("2026-10-01T00:00", "2026-10-02T00:00");
        await Assertions.Expect(history.Answer).ToContainTextAsync("1.47 inches of rain");
    }
}
