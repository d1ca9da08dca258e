using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>What holds for every page, in both languages and both colour schemes.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages { get; } = [.. SitePages.All.Keys];

    public static TheoryData<string, string, bool> PagesInLanguagesAndColours()
    {
        TheoryData<string, string, bool> all = [];
        foreach (string page in SitePages.All.Keys)
        {
            all.Add(page, "en", false);
            all.Add(page, "en", true);
            all.Add(page, "es", false);
            all.Add(page, "es", true);
        }

        return all;
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(PagesInLanguagesAndColours))]
    public async Task Axe_finds_nothing(string page, string language, bool dark)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page], new() { Language = language, Dark = dark, Width = BrowserProfile.PhoneWidth });

        AxeResult result = await visit.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.NotEmpty(result.Passes);
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task A_phone_and_a_desk_show_it_without_scrolling_sideways(string page)
    {
        BrowserProfile[] visitors = [new(), new() { Dark = true }, new() { Language = "es" }];
        foreach (BrowserProfile visitor in visitors.SelectMany(each => new[] { each with { Width = BrowserProfile.PhoneWidth }, each }))
        {
            await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page], visitor);
            await visit.SaveScreenshotAsync($"{page}-{visitor.Width}-{visitor.Language}-{(visitor.Dark ? "dark" : "light")}");

            Assert.Equal(0, await visit.PixelsTooWideAsync());
        }
    }

    // A window of half the width is what 200 % zoom leaves of it.
    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task At_twice_the_size_nothing_has_to_be_scrolled_sideways(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page], new() { Width = BrowserProfile.DeskWidth / 2 });
        Assert.Equal(0, await visit.PixelsTooWideAsync());

        await using BrowserSession narrow = await browser.OpenAsync(SitePages.All[page], new() { Width = 320 });
        Assert.Equal(0, await narrow.PixelsTooWideAsync());
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_content(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page]);

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_refused_or_fails(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page]);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal([], visit.Faults.Where(fault => !fault.Contains("404 (Not Found)", StringComparison.Ordinal) || !page.StartsWith("unknown", StringComparison.Ordinal)));
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task A_click_changes_the_language_and_the_page_stays(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page]);
        string before = new Uri(visit.Page.Url).Query;

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync();

        Assert.Equal("es", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(before.Length == 0 ? "?lang=es" : before + "&lang=es", new Uri(visit.Page.Url).Query);
    }
}
