using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>The map as a visitor uses it.</summary>
internal sealed class MapPage(IPage page)
{
    public ILocator Live { get; } = page.Locator("#map");

    public ILocator Drawing { get; } = page.Locator("#map-drawing");

    public ILocator LiveMarks { get; } = page.Locator("#map path.dot");

    public ILocator DrawnMarks { get; } = page.Locator("#map-drawing circle.dot");

    public ILocator Tip { get; } = page.Locator(".leaflet-tooltip:not(.town-label)");

    public ILocator List { get; } = page.Locator("#map-list a");

    public ILocator Counties { get; } = page.Locator("#map path.county");

    public ILocator InView { get; } = page.Locator("#map-in-view");

    public ILocator Popup { get; } = page.Locator(".leaflet-popup");

    public async Task TapBesideWettestAsync()
    {
        ILocator dot = page.Locator("#map path.dot.level-6").First;
        await Live.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await dot.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + box.Width + 8, box.Y + (box.Height / 2));
    }

    /// <summary>Turns the wheel over the map and tells how far the page moved.</summary>
    public async Task<int> ScrollByWheelAsync()
    {
        await page.EvaluateAsync("scrollTo(0, 0)");
        await Live.HoverAsync(new() { Force = true, Position = new() { X = 60, Y = 150 } });
        int before = await page.EvaluateAsync<int>("Math.round(scrollY)");
        await page.Mouse.WheelAsync(0, 100);
        await page.WaitForFunctionAsync("before => Math.round(scrollY) !== before", before);
        return await page.EvaluateAsync<int>("Math.round(scrollY)") - before;
    }

    public Task ZoomInAsync() => page.Locator(".leaflet-control-zoom-in").ClickAsync();

    public Task WaitForAddressAsync(string part) => page.WaitForFunctionAsync("part => location.search.includes(part)", part);
}
