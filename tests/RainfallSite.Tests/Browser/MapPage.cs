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

    public Task ZoomInAsync() => page.Locator(".leaflet-control-zoom-in").ClickAsync();

    public Task WaitForAddressAsync(string part) => page.WaitForFunctionAsync("part => location.search.includes(part)", part);
}
