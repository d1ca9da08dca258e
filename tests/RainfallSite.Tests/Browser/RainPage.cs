using Microsoft.Playwright;

namespace RainfallSite.Tests.Browser;

/// <summary>The elements and actions of the front page, in English.</summary>
internal sealed class RainPage(IPage page)
{
    public ILocator Amount => page.Locator(".amount strong");

    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator NearMe => page.GetByRole(AriaRole.Button, new() { Name = "Near me" });

    public ILocator LastTime => page.Locator("#last-time");

    public ILocator Status => page.Locator("#near-status");

    public ILocator RoofSentence => page.Locator(".roof p").First;

    public async Task SearchAsync(string text)
    {
        await page.Locator("#q").FillAsync(text);
        await page.Locator("#q").PressAsync("Enter");
    }

    public Task ChooseUnitAsync(string name) => page.Locator(".switches").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    public Task ChoosePeriodAsync(string name) => page.Locator(".switches").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    public async Task ReckonRoofAsync(int squareFeet)
    {
        await page.Locator("#roof").FillAsync($"{squareFeet}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Calculate" }).ClickAsync();
    }
}
