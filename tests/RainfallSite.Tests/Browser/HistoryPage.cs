using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>The history of a site as a visitor uses it.</summary>
internal sealed class HistoryPage(IPage page)
{
    public ILocator Chart { get; } = page.Locator(".bars canvas");

    public ILocator Saying { get; } = page.Locator(".chart p");

    public ILocator DrawnBars { get; } = page.Locator(".bars svg rect.bar");

    public ILocator Answer { get; } = page.Locator(".window-total");

    public async Task ShowDaysAsync(string from, string to)
    {
        await page.GetByLabel("First day").FillAsync(from);
        await page.GetByLabel("Last day").FillAsync(to);
        await page.GetByRole(AriaRole.Button, new() { Name = "Update" }).ClickAsync();
    }

    public async Task CountAsync(string start, string end)
    {
        await page.GetByLabel("From", new() { Exact = true }).FillAsync(start);
        await page.GetByLabel("To", new() { Exact = true }).FillAsync(end);
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
    }
}
