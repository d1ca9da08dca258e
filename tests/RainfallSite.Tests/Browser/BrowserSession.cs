using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>A browser session on the site, with script errors and refused loads.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    /// <summary>Adds up how far things move by themselves while a page loads (the web's cumulative layout shift).</summary>
    public const string CountShifts =
        "window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts += entry.value)).observe({ type: 'layout-shift', buffered: true });";

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public BrowserSession(IBrowserContext context, IPage page)
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

    /// <summary>Gets the errors in the console: failed scripts, resources that the content policy refused or that did not load.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Saves a screenshot of the whole page under artifacts/screenshots.</summary>
    public async Task SaveScreenshotAsync(string name, [CallerFilePath] string file = "") =>
        await Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "artifacts", "screenshots", $"{name}.png") });

    /// <summary>Tells how many pixels the page is wider than the window; 0 when nothing has to be scrolled sideways. A chart is drawn again in a frame after the window changed.</summary>
    public Task<int> PixelsTooWideAsync() =>
        Page.EvaluateAsync<int>("""
            new Promise(resolve => {
              const end = performance.now() + 2000;
              (function measure() {
                const tooWide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
                tooWide <= 0 || performance.now() > end ? resolve(tooWide) : requestAnimationFrame(measure);
              })();
            })
            """);

    /// <summary>Tells the layout shift since the page began to load, once two more frames are drawn.</summary>
    public Task<double> LayoutShiftAsync() =>
        Page.EvaluateAsync<double>("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts)))))");

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
