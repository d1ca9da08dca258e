using System.Net;
using System.Text.RegularExpressions;
using RainfallSite.Map;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Map;

public sealed partial class MapPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task The_whole_map_has_every_reporting_gauge_in_the_drawing_and_in_the_list_and_the_silent_one_apart()
    {
        string page = await site.GetStringAsync("/map");

        Assert.Equal(334, Dot().Count(Drawing().Match(page).Value));
        Assert.Equal(334, ListLink().Count(page));
        Assert.Contains("Not reporting Not on the map, because they were not read in the hour before LCRA's report: 1.", PageText.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gauge_without_a_number_is_a_hollow_mark_and_a_dash_with_its_reason()
    {
        string page = await site.GetStringAsync("/map?period=last_year");

        Assert.Equal(13, Drawing().Match(page).Value.Split("level-0\"").Length - 1);
        Assert.Contains("LCRA did not publish one", PageText.Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_legend_has_words_for_each_class() =>
        Assert.Contains(
            "no total dry: 0.00 below 0.25 in 0.25 in to 1 in 1 in to 2 in 2 in to 4 in 4 in and more",
            PageText.Words(await site.GetStringAsync("/map")),
            StringComparison.Ordinal);

    [Fact]
    public async Task The_legend_has_the_chosen_unit() =>
        Assert.Contains("below 6.4 mm 6.4 mm to 25.4 mm 25.4 mm to 50.8 mm", PageText.Words(await site.GetStringAsync("/map?units=mm")), StringComparison.Ordinal);

    [Fact]
    public async Task Counties_and_towns_lie_under_the_dots_and_the_map_says_its_time()
    {
        string page = await site.GetStringAsync("/map");
        string drawing = Drawing().Match(page).Value;

        Assert.InRange(drawing.Split("class=\"county\"").Length - 1, 100, 408);
        Assert.True(drawing.LastIndexOf("class=\"county\"", StringComparison.Ordinal) < drawing.IndexOf("class=\"town\"", StringComparison.Ordinal));
        Assert.True(drawing.LastIndexOf("class=\"town\"", StringComparison.Ordinal) < drawing.IndexOf("class=\"dot", StringComparison.Ordinal));
        Assert.Contains("As of 7:00 am CDT on Friday, October 2, 2026", PageText.Words(page), StringComparison.Ordinal);
        Assert.Contains("href=\"#after-map\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"after-map\" tabindex=\"-1\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_border_passes_where_it_is_known_to()
    {
        // Llano County and Burnet County meet in the Colorado River, at Buchanan Dam among other places.
        bool isAtBuchananDam = new CountyBorders().Lines.Any(line => line.Zip(line.Skip(1)).Any(pair =>
            Math.Min(pair.First.Latitude, pair.Second.Latitude) < 30.75 && Math.Max(pair.First.Latitude, pair.Second.Latitude) > 30.74
            && Math.Abs(pair.First.Longitude + 98.42) < 0.03));

        Assert.True(isAtBuchananDam);
    }

    [Fact]
    public async Task The_address_holds_period_and_place()
    {
        string page = WebUtility.HtmlDecode(await site.GetStringAsync("/map?period=this_year&lat=30.27&lon=-97.74&z=11"));

        Assert.Contains("href=\"/map?period=this_year&lat=30.27&lon=-97.74&z=12\"", page, StringComparison.Ordinal);
        Assert.InRange(Dot().Count(Drawing().Match(page).Value), 20, 200);
    }

    [Theory]
    [InlineData("/map?lat=NaN&lon=x&z=1e9")]
    [InlineData("/map?lat=90&lon=400&z=-3")]
    public async Task A_place_that_makes_no_sense_is_bent_into_one(string address)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_base_map_is_used_only_when_one_is_configured()
    {
        Assert.Contains("data-tiles=\"\"", await site.GetStringAsync("/map"), StringComparison.Ordinal);
        using SiteFixture withTiles = new();
        withTiles.With("Map:TileUrl", "https://tiles.example.org/{z}/{x}/{y}.png").With("Map:TileAttribution", "© somebody");

        Assert.Contains("data-tiles=\"https://tiles.example.org/{z}/{x}/{y}.png\"", await withTiles.GetStringAsync("/map"), StringComparison.Ordinal);
    }

    [GeneratedRegex("<svg id=\"map-drawing\".*?</svg>", RegexOptions.Singleline, 1000)]
    private static partial Regex Drawing();

    [GeneratedRegex("class=\"dot ", RegexOptions.None, 1000)]
    private static partial Regex Dot();

    [GeneratedRegex("data-lat=\"[^\"]*\" data-lon=\"[^\"]*\" data-level=", RegexOptions.None, 1000)]
    private static partial Regex ListLink();
}
