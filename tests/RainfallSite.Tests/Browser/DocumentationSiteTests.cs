using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>What we write on the documentation site, which <c>scripts/docs.sh</c> builds; the rest of its pages is docfx's template.</summary>
[Trait("Category", "Nightly")]
[Collection(BrowserTests.Name)]
public sealed class DocumentationSiteTests(BrowserFixture browser)
{
    private const string Content = "article";

    private static readonly string[] Folders = ["", "gitops"];

    [ToolFact(BrowserFixture.Program)]
    public async Task Axe_finds_nothing_in_the_content_of_a_page()
    {
        string root = Root();
        Assert.True(File.Exists(Path.Combine(root, "index.html")), "Run scripts/docs.sh first, which builds the pages.");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication server = builder.Build();
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(root) });
        server.Urls.Add("http://127.0.0.1:0");
        await server.StartAsync();

        string[] pages =
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.html"))
                .Select(file => Path.GetRelativePath(root, file))
                .Where(page => !page.EndsWith("toc.html", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        List<string> violations = [];
        await using BrowserSession visit = await browser.OpenAsync($"{server.Urls.Single()}/index.html");
        foreach (string page in pages)
        {
            await visit.Page.GotoAsync($"{server.Urls.Single()}/{page}", new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.EndsWith(page, visit.Page.Url, StringComparison.Ordinal);

            // How code is colored and scrolled is the template's.
            await visit.Page.EvaluateAsync("document.querySelectorAll('pre').forEach(block => block.remove())");
            AxeResult result = await visit.Page.Locator(Content).RunAxe();
            violations.AddRange(result.Violations.Select(violation => $"{page}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
            Assert.NotEmpty(result.Passes);
        }

        Assert.Empty(violations);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../artifacts/docs"));
}
