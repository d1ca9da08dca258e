using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.Playwright;
using RainfallSite.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace RainfallSite.Tests.Browser;

/// <summary>What people do in a storm, on a phone, each in at most three steps from the home page.</summary>
[Collection(BrowserTests.Name)]
public sealed class StormTasksTests(BrowserFixture browser)
{
    [ToolTheory(BrowserFixture.Program)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tasks_take_three_steps_at_most(bool runsScript)
    {
        await using BrowserSession visit = await browser.OpenAsync("/", new() { RunsScript = runsScript, Width = BrowserProfile.PhoneWidth });
        IPage page = visit.Page;

        // Rain since midnight at a ZIP code.
        await page.Locator("#q").FillAsync("78654");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the rain" }).ClickAsync();
        await Expect(page.Locator(".nearest .amount strong").First).ToHaveTextAsync("0.74 inches");
        await Expect(page.GetByText("The nearest reporting gauges: since midnight")).ToBeVisibleAsync();

        // The wettest place yesterday.
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gauges", Exact = true }).ClickAsync();
        await page.GetByLabel("Period").SelectOptionAsync("1_day_ago");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator("table.gauges tbody tr").First).ToContainTextAsync("Llano River near Junction");
        await Expect(page.Locator("table.gauges tbody tr").First).ToContainTextAsync("7.64");
        await Expect(page.Locator("#list")).ToBeInViewportAsync();

        // The numbers as a file.
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);

        // This year against last year.
        await page.GotoAsync("/?site=2959");
        await page.GetByRole(AriaRole.Link, new() { Name = "Past rainfall at this gauge" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "This year so far" }).ClickAsync();
        await Expect(page.GetByText("a year earlier", new() { Exact = false }).First).ToBeVisibleAsync();
        await Expect(page.Locator("#compare")).ToBeInViewportAsync();
    }

    [ToolTheory(BrowserFixture.Program)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_Monday_the_rain_of_the_weekend_takes_three_steps(bool runsScript)
    {
        using SiteFixture monday = new();
        monday.With(Weekend());
        await using BrowserSession visit = await browser.OpenAsync("/", new() { RunsScript = runsScript, Width = BrowserProfile.PhoneWidth }, await monday.ListenAsync());
        IPage page = visit.Page;

        await page.Locator("#q").FillAsync("3018");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the rain" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Past rainfall at this gauge" }).ClickAsync();
        await new HistoryPage(page).CountAsync("2026-10-02T18:00", "2026-10-04T12:00");

        await Expect(page.Locator(".window-total")).ToContainTextAsync("1.68 inches of rain from 6:00 pm CDT on Friday, October 2, 2026 to 12:00 pm CDT on Sunday, October 4, 2026");
        await Expect(page.Locator(".window-total")).ToContainTextAsync("Readings cover all of this time.");
        await Expect(page.Locator("#window")).ToBeInViewportAsync();
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task The_last_page_opens_without_a_network_and_says_how_old_it_is()
    {
        await using BrowserSession visit = await browser.OpenAsync("/?site=3018&period=24_hour", new() { Width = BrowserProfile.PhoneWidth });
        IPage page = visit.Page;
        await page.WaitForFunctionAsync("async () => navigator.serviceWorker.controller !== null && await caches.match(location.href) !== undefined");
        await page.WaitForFunctionAsync("async () => (await (await caches.open('files-1')).keys()).some(({ url }) => url.includes('site'))");

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await Expect(page.Locator("#offline")).ToContainTextAsync("No network: this page is from");
        await Expect(page.Locator("#offline time")).ToHaveAttributeAsync("data-age", new System.Text.RegularExpressions.Regex("^ \\((?:just now|1 minute ago)\\)$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(new RainPage(page).Amount).ToHaveTextAsync("2.81 inches");
        await page.GotoAsync("/lakes");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No network" })).ToBeVisibleAsync();
    }

    // One hundredth in each quarter hour from Friday noon to Monday noon.
    private static HydrometRecording Weekend()
    {
        DateTimeOffset friday = new(2026, 10, 2, 12, 0, 0, TimeSpan.FromHours(-5));
        HydrometRecording edited = HydrometRecording.StormOfOctober2026().WithAccumulated(
            SiteId.Parse("3018"), Enumerable.Range(0, (72 * 4) + 1).Select(quarter => new AccumulatedRainfall(friday.AddMinutes(15 * quarter), quarter * 0.01m)));
        return new HydrometRecording("the weekend", friday.AddDays(3), edited.Responses);
    }
}
