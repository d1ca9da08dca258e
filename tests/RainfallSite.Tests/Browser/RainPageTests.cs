using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RainfallSite.Tests.Browser;

/// <summary>What people come for, in a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class RainPageTests(BrowserFixture browser)
{
    private const int FirstPageBytes = 50_000;
    private const int MapBytes = 150_000;
    private const string HamiltonCreek = "/?site=3018&period=24_hour";

    [ToolFact(BrowserFixture.Program)]
    public async Task One_tap_on_a_phone_shows_the_rain_nearby_since_midnight()
    {
        await using BrowserSession visit = await browser.OpenAsync("/", new() { Width = BrowserProfile.PhoneWidth, Place = (30.61f, -98.27f) });
        RainPage page = new(visit.Page);

        await page.NearMe.ClickAsync();

        await Expect(visit.Page.GetByText("The nearest reporting gauges: since midnight")).ToBeVisibleAsync();
        await Expect(page.Amount.First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d\.\d\d inches$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("near=30.61,-98.27", Uri.UnescapeDataString(visit.Page.Url), StringComparison.Ordinal);
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task On_a_phone_the_way_to_my_place_needs_no_scrolling()
    {
        await using BrowserSession visit = await browser.OpenAsync("/", new() { Width = BrowserProfile.PhoneWidth });

        await Expect(new RainPage(visit.Page).NearMe).ToBeInViewportAsync();
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task A_visitor_who_hides_the_location_is_asked_for_a_town()
    {
        await using BrowserSession visit = await browser.OpenAsync("/");
        RainPage page = new(visit.Page);

        await page.NearMe.ClickAsync();

        await Expect(page.Status).ToHaveTextAsync("We couldn't get your location. Type a town or a ZIP code instead.");
    }

    [ToolTheory(BrowserFixture.Program)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_units_period_and_roof_work_with_script_and_without(bool runsScript)
    {
        await using BrowserSession visit = await browser.OpenAsync("/", new() { RunsScript = runsScript, Width = BrowserProfile.PhoneWidth });
        RainPage page = new(visit.Page);

        await page.SearchAsync("hamilton creek marble falls");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hamilton Creek near Marble Falls" }).ClickAsync();
        await Expect(page.Heading).ToContainTextAsync("Hamilton Creek near Marble Falls");
        await Expect(page.Amount).ToHaveTextAsync("1.20 inches");

        await page.ChooseUnitAsync("mm");
        await page.ChoosePeriodAsync("Last 24 hours");
        await Expect(page.Amount).ToHaveTextAsync("71.4 mm");

        await page.ReckonRoofAsync(1000);
        await Expect(page.RoofSentence).ToContainTextAsync("About 1,400 gallons from a roof of 1,000 square feet");
        await Expect(page.Amount).ToHaveTextAsync("71.4 mm");
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task Without_script_nothing_is_offered_that_needs_it()
    {
        await using BrowserSession visit = await browser.OpenAsync("/", new() { RunsScript = false });

        await Expect(new RainPage(visit.Page).NearMe).ToBeHiddenAsync();
        await Expect(new RainPage(visit.Page).LastTime).ToBeHiddenAsync();
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task The_last_gauge_is_a_link_the_next_time_and_nothing_moves_by_itself()
    {
        await using BrowserSession visit = await browser.OpenAsync(HamiltonCreek);
        RainPage page = new(visit.Page);

        await visit.Page.GotoAsync("/");
        await Expect(page.LastTime).ToHaveTextAsync("Last time: Hamilton Creek near Marble Falls");
        await page.LastTime.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Amount).ToHaveTextAsync("2.81 inches");
        Assert.Contains("site=3018&period=24_hour", visit.Page.Url, StringComparison.Ordinal);
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task The_keyboard_goes_through_the_home_page_in_reading_order()
    {
        await using BrowserSession visit = await browser.OpenAsync("/");
        List<string> stops = [];
        for (int stop = 0; stop < 12; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            stops.Add(await visit.Page.EvaluateAsync<string>("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim().split('\\n')[0].trim()"));
        }

        Assert.Equal(
            ["Skip to the content", "Central Texas rainfall", "Rain", "Gauges", "Map", "Lakes", "Rivers", "Español", "Since midnight", "Where? Town, ZIP code, creek or gauge", "Show the rain", "Near me"],
            stops);
    }

    [ToolFact(BrowserFixture.Program)]
    public async Task A_printed_page_has_the_result_and_no_form()
    {
        await using BrowserSession visit = await browser.OpenAsync(HamiltonCreek, new() { Dark = true });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.SaveScreenshotAsync("result-print");

        await Expect(new RainPage(visit.Page).Amount).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("form.picker")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
    }

    [ToolTheory(BrowserFixture.Program, "npm")]
    [InlineData("/", FirstPageBytes)]
    [InlineData(HamiltonCreek, FirstPageBytes)]
    [InlineData("/map", MapBytes)]
    public async Task A_page_is_light_on_the_wire(string path, int maxBytes)
    {
        await using BrowserSession visit = await browser.OpenAsync("about:blank");
        ICDPSession network = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        ConcurrentQueue<double> bytes = [];
        network.Event("Network.loadingFinished").OnEvent += (_, loaded) => bytes.Enqueue(loaded!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");

        await visit.Page.GotoAsync(new Uri(browser.Address, path).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(bytes.Sum(), 10_000, maxBytes);
        Assert.InRange(bytes.Count, 6, 20);
    }
}
