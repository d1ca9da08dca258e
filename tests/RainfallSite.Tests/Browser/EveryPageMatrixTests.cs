using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>What holds for every page, in both languages and both color schemes, at every width.</summary>
[Collection(BrowserTests.Name)]
[Trait("Category", "Nightly")]
public sealed class EveryPageMatrixTests(BrowserFixture browser)
{
    private static readonly int[] Widths = [320, BrowserProfile.PhoneWidth, 768, BrowserProfile.DeskWidth];

    // The script is injected once for each load; RunAxe of the package does it for each run.
    private const string RunAxe = """
        axe.run().then(({ passes, violations }) => [passes.map(({ id }) => id), violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)])
        """;

    public static TheoryData<string> Pages { get; } = [.. SitePages.All.Keys];

    // Each language and scheme is one load, and the width of the loaded page is changed, as by turning a phone.
    [ToolTheory(BrowserFixture.Program)]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_needs_scrolling_sideways(string page)
    {
        List<string> findings = [];
        foreach (bool dark in new[] { false, true })
        {
            await using BrowserSession visit = await browser.OpenAsync("about:blank", new() { Dark = dark, Width = Widths[0] });
            foreach (string language in new[] { "en", "es" })
            {
                await visit.Page.GotoAsync(new Uri(browser.Address, SitePages.In(language, page)).ToString(), new() { WaitUntil = WaitUntilState.Load });
                await visit.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
                foreach (int width in Widths)
                {
                    await visit.Page.SetViewportSizeAsync(width, 800);
                    int tooWide = await visit.PixelsTooWideAsync();
                    string[][] rules = await visit.Page.EvaluateAsync<string[][]>(RunAxe);
                    Assert.NotEmpty(rules[0]);
                    string where = $"{language}, {(dark ? "dark" : "light")}, {width} px";
                    findings.AddRange(rules[1].Select(violation => $"{where}: {violation}"));
                    if (tooWide > 0)
                    {
                        findings.Add($"{where}: {tooWide} px too wide");
                    }

                    if (dark == (language == "es"))
                    {
                        await visit.SaveScreenshotAsync($"{page}-{width}-{language}-{(dark ? "dark" : "light")}");
                    }
                }
            }
        }

        Assert.Empty(findings);
    }
}
