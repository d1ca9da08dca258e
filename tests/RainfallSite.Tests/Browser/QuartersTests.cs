using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.Playwright;
using RainfallSite.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RainfallSite.Tests.Browser;

/// <summary>The quarter hours of a gauge, whose readings are in the archive.</summary>
[Collection(BrowserTests.Name)]
public sealed class QuartersTests(BrowserFixture browser)
{
    [ToolTheory(BrowserFixture.Program, "npm")]
    [InlineData(BrowserProfile.PhoneWidth)]
    [InlineData(BrowserProfile.DeskWidth)]
    public async Task A_chart_comes_when_the_drawing_is_in_view_and_no_line_moves(int width)
    {
        using SiteFixture site = new();
        site.With(Recording());
        await using BrowserSession visit = await browser.OpenAsync("/?site=3018", new() { Width = width }, await site.ListenAsync());
        IPage page = visit.Page;

        await page.Locator(".hyetograph figure").ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator(".hyetograph canvas")).ToBeVisibleAsync();
        await page.Locator(".hyetograph .chart").PressAsync("End");

        await Expect(page.Locator(".hyetograph .chart p")).ToContainTextAsync("Fri, Oct 2 6:30 am: 0.10 Inches (Sum 2.20)");
        Assert.Equal(0, await visit.LayoutShiftAsync());
        Assert.Equal([], visit.Faults);
        await visit.SaveScreenshotAsync($"quarters-{width}");
    }

    private static HydrometRecording Recording()
    {
        DateTimeOffset first = new(2026, 9, 30, 6, 45, 0, TimeSpan.FromHours(-5));
        return HydrometRecording.StormOfOctober2026().WithAccumulated(
            SiteId.Parse("3018"), Enumerable.Range(0, 193).Select(reading => new AccumulatedRainfall(first.AddMinutes(15 * reading), 10 + (0.10m * Math.Max(0, reading - 170)))));
    }
}
