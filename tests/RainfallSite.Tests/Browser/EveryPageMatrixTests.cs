using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>What holds for every page, in both languages and both color schemes.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Nightly")]
public sealed class EveryPageMatrixTests(BrowserFixture browser)
{
    public static TheoryData<string> Pages { get; } = [.. SitePages.All.Keys];

    public static TheoryData<string, string, bool> PagesInLanguagesAndColors()
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
    [MemberData(nameof(PagesInLanguagesAndColors))]
    public async Task Axe_finds_nothing(string page, string language, bool dark)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.In(language, page), new() { Language = language, Dark = dark, Width = BrowserProfile.PhoneWidth });

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
            await using BrowserSession visit = await browser.OpenAsync(SitePages.In(visitor.Language, page), visitor);
            await visit.SaveScreenshotAsync($"{page}-{visitor.Width}-{visitor.Language}-{(visitor.Dark ? "dark" : "light")}");

            Assert.Equal(0, await visit.PixelsTooWideAsync());
        }
    }
}
