using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>What holds for every page, with one representative visitor; <see cref="EveryPageMatrixTests"/> has the others.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(BrowserFixture browser)
{
    // The narrowest phone, a usual one, half a desk (what 200 % zoom leaves of it), and a desk.
    private static readonly int[] Widths = [320, BrowserProfile.PhoneWidth, BrowserProfile.DeskWidth / 2, BrowserProfile.DeskWidth];

    public static TheoryData<string> Pages { get; } = [.. SitePages.All.Keys];

    // One page of each kind; the matrix has all.
    [ToolTheory(BrowserFixture.Program)]
    [InlineData("home")]
    [InlineData("result")]
    [InlineData("site")]
    [InlineData("gauges")]
    [InlineData("map")]
    [InlineData("compare")]
    public async Task On_a_phone_nothing_moves_by_itself_and_axe_finds_nothing(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page], new() { Width = BrowserProfile.PhoneWidth });
        Assert.Equal(0, await visit.LayoutShiftAsync());

        AxeResult result = await visit.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.NotEmpty(result.Passes);
    }

    [ToolTheory(BrowserFixture.Program)]
    [InlineData("en")]
    [InlineData("es")]
    public async Task The_link_to_the_other_language_is_in_the_line_of_the_name(string language)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.In(language, "home"));
        List<(int Width, double PixelsApart)> wrapped = [];
        foreach (int width in new[] { 320, BrowserProfile.PhoneWidth, 760, 761, 768, 864, 865, BrowserProfile.DeskWidth })
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            double apart = await visit.Page.EvaluateAsync<double>("""
                (() => {
                  const middleOf = (selector) => { const box = document.querySelector(selector).getBoundingClientRect(); return box.top + box.height / 2; };
                  return Math.abs(middleOf(".brand") - middleOf(".language"));
                })()
                """);
            if (apart > 2)
            {
                wrapped.Add((width, apart));
            }
        }

        Assert.Empty(wrapped);
    }

    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task Nothing_moves_by_itself_fails_or_needs_scrolling_sideways_and_the_first_stop_of_the_keyboard_skips_to_the_content(string page)
    {
        await using BrowserSession visit = await browser.OpenAsync(SitePages.All[page]);
        Assert.Equal(0, await visit.LayoutShiftAsync());

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("content", await visit.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal([], visit.Faults.Where(fault => !fault.Contains("404 (Not Found)", StringComparison.Ordinal) || !page.StartsWith("unknown", StringComparison.Ordinal)));

        List<int> tooWide = [];
        foreach (int width in Widths)
        {
            await visit.Page.SetViewportSizeAsync(width, 800);
            tooWide.Add(await visit.PixelsTooWideAsync());
        }

        // Text of twice the size, and everything else as it is.
        await visit.Page.SetViewportSizeAsync(BrowserProfile.PhoneWidth, 800);
        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        tooWide.Add(await visit.PixelsTooWideAsync());

        Assert.Equal([0, 0, 0, 0, 0], tooWide);
    }
}
