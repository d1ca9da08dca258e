using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>The list of gauges as a visitor uses it.</summary>
internal sealed class GaugesPage(IPage page)
{
    public ILocator FirstGauge { get; } = page.Locator("table.gauges tbody th a").First;

    public ILocator Gauges { get; } = page.Locator("table.gauges tbody tr");

    public Task SortByAsync(string heading) => page.Locator("table.gauges thead").GetByRole(AriaRole.Link, new() { Name = heading }).ClickAsync();

    public async Task SearchAsync(string words)
    {
        await page.GetByLabel("Name or number").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
    }
}
