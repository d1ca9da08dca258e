using System.Text.Json;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

/// <summary>What the site says of a gauge with 2 inches on a day without rain: shown, marked, and ranked after the others.</summary>
public sealed partial class IsolatedRainTests(IsolatedRainTests.PouredFixture site) : IClassFixture<IsolatedRainTests.PouredFixture>
{
    [Theory]
    [InlineData("/?site=1197&period=24_hour", "2.00 inches (50.8 mm) of rain in the last 24 hours. ? Isolated: the reporting gauges within 15 miles (24 km) all have 0.00.")]
    [InlineData("/?site=1197&period=24_hour&lang=es", "? Aislado: todos los pluviómetros que informan a menos de 15 millas (24 km) tienen 0.00.")]
    [InlineData("/gauges?q=1197", "? isolated: 0.00 at the gauges within 15 miles")]
    [InlineData("/gauges?q=1197&lang=es", "? aislado: 0.00 en los pluviómetros a menos de 24 km")]
    [InlineData("/map", "? isolated: 0.00 at the gauges within 15 miles")]
    [InlineData("/text/1197/24_hour.txt", ": 2.00 inches (50.8 mm), isolated: 0.00 at the gauges within 15 miles, the last 24 hours")]
    [InlineData("/badge/1197/24_hour.svg", "2.00 in, isolated")]
    [InlineData("/atom/1197/24_hour?over=1.00", "Now: 2.00 inches, isolated: 0.00 at the gauges within 15 miles, over 1")]
    public async Task The_amount_is_shown_and_marked(string address, string statement) =>
        Assert.Contains(statement, PageText.Words(await site.Site.GetStringAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task The_api_says_so()
    {
        JsonElement total = JsonDocument.Parse(await site.Site.GetStringAsync("/api/rainfall/1197/24_hour")).RootElement;

        Assert.Equal(2.00m, total.GetProperty("inches").GetDecimal());
        Assert.True(total.GetProperty("isolated").GetBoolean());
        Assert.False(JsonDocument.Parse(await site.Site.GetStringAsync("/api/rainfall/3018/24_hour")).RootElement.GetProperty("isolated").GetBoolean());
    }

    [Theory]
    [InlineData("/", "wettest\">")]
    [InlineData("/gauges?page=all", "<tbody>")]
    [InlineData("/gauges?sort=rain&desc=false&page=all", "<tbody>")]
    [InlineData("/gauges.csv", "site,")]
    [InlineData("/map", "<ol id=\"map-list\">")]
    public async Task It_ranks_after_the_gauge_with_less_rain(string address, string list)
    {
        string page = await site.Site.GetStringAsync(address);
        page = page[page.IndexOf(list, StringComparison.Ordinal)..];

        Assert.InRange(page.IndexOf("Hamilton Creek near Marble Falls", StringComparison.Ordinal), 0, page.IndexOf("Rochelle 5 NNW", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?<=^[0-9]+,(?:[^,\r\n\"]*|\"[^\"]*\"),[^,\r\n]*,[^,]*,[^,]*,[^,]*,)[0-9.]+(?=,[0-9.]*\r?$)", RegexOptions.Multiline, 1000)]
    private static partial Regex TwentyFourHours();

    [GeneratedRegex("(?<=\"rainfall1Day\": ?\")[0-9.]+(?=\")", RegexOptions.None, 1000)]
    private static partial Regex OneDay();

    /// <summary>The recording without rain in the last 24 hours but at two gauges, of which one is poured into.</summary>
    public sealed class PouredFixture : IAsyncLifetime
    {
        public SiteFixture Site { get; } = new SiteFixture().With(RecordedBodies.With(Pour));

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Site.DisposeAsync();

        private static string Pour(string body)
        {
            string dry = OneDay().Replace(TwentyFourHours().Replace(body, "0.00"), "0.00");
            return Regex.Replace(
                Regex.Replace(dry, "(?<=^1197,.*)0\\.00(?=,[0-9.]*\r?$)", "2.00", RegexOptions.Multiline, TimeSpan.FromSeconds(1)),
                "(?<=^3018,.*)0\\.00(?=,[0-9.]*\r?$)",
                "0.20",
                RegexOptions.Multiline,
                TimeSpan.FromSeconds(1));
        }
    }
}
