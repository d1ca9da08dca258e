using Microsoft.Playwright;
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
        await Expect(page.Locator("#offline time")).ToHaveAttributeAsync("data-age", new System.Text.RegularExpressions.Regex("ago", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(new RainPage(page).Amount).ToHaveTextAsync("2.81 inches");
        await page.GotoAsync("/lakes");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No network" })).ToBeVisibleAsync();
    }
}
