using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>One visit to the site; faults of the page's scripts and refused loads are kept.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, fault) => _faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Gets what the console complained about: failed scripts, what the content policy refused, what did not load.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Keeps a picture of the whole page under artifacts/screenshots.</summary>
    public async Task KeepPictureAsync(string name, [CallerFilePath] string file = "") =>
        await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "artifacts", "screenshots", $"{name}.png") });

    /// <summary>Tells how many pixels the page is wider than the window; 0 when nothing has to be scrolled sideways.</summary>
    public Task<int> PixelsTooWideAsync() =>
        Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
