using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RainfallSite.Archive;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Browser;

/// <summary>The real site on a port of this machine, and one Chromium for all tests of the collection.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Debian has a Chromium without windows, which takes half of the processor's time.</summary>
    public const string Program = "chromium-headless-shell|chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private SiteFixture? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task InitializeAsync()
    {
        if (Tool.Find(Program) is { } chromium)
        {
            _site = new SiteFixture().With("Archive:ConnectionString", "Data Source=:memory:").With("Archive:Fill", "true");
            Address = await _site.ListenAsync();
            HydrometArchive archive = await _site.Services.GetRequiredService<SiteArchive>().OpenAsync(CancellationToken.None);
            await RecordedHistories.StoreAsync(archive, HydrometRecording.StormOfOctober2026(), _site.Services.GetRequiredService<HydrometClient>(), CancellationToken.None);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Flags });
        }
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>Opens a page of the site in a new session, without storage of other tests.</summary>
    internal async Task<BrowserSession> OpenAsync(string path, BrowserProfile? visitor = null, Uri? site = null)
    {
        visitor ??= new BrowserProfile();
        IBrowserContext context = await _browser!.NewContextAsync(visitor.ToOptions(site ?? Address));
        await context.AddInitScriptAsync(BrowserSession.CountShifts);
        IPage page = await context.NewPageAsync();
        BrowserSession visit = new(context, page);
        await page.GotoAsync(path);
        return visit;
    }
}
