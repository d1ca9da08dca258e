using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Sites;

public class SiteTests
{
    [Theory]
    [InlineData("LCRA:3018", 0.01)]
    [InlineData("COA:950", 0.04)]
    [InlineData("USGS:1", null)]
    public void A_site_knows_what_one_tip_of_its_gauge_is(string id, double? inches) =>
        Assert.Equal((decimal?)inches, new Site { Id = SiteId.Parse(id), Name = "A gauge" }.ResolutionInches);

    [Theory]
    [InlineData("rain", SiteKind.Rain)]
    [InlineData("river", SiteKind.River)]
    [InlineData("ST", SiteKind.River)]
    [InlineData("lake", SiteKind.Lake)]
    [InlineData("LK", SiteKind.Lake)]
    [InlineData("dam", SiteKind.Dam)]
    [InlineData("damB", SiteKind.Dam)]
    [InlineData("wtrqua", SiteKind.WaterQuality)]
    [InlineData("weathr", SiteKind.Weather)]
    [InlineData("", SiteKind.Unknown)]
    [InlineData("DAM", SiteKind.Unknown)]
    public async Task What_a_site_measures_is_told_by_lcras_words(string type, SiteKind kind) =>
        Assert.Equal(kind, (await SiteAsync($"\"siteType\": \"{type}\"")).Kind);

    [Theory]
    [InlineData("90", "180", true)]
    [InlineData("-90", "-180", true)]
    [InlineData("0", "-98.25", true)]
    [InlineData("30.6", "0", true)]
    [InlineData("0", "0", false)]
    [InlineData("90.1", "-98.25", false)]
    [InlineData("-90.1", "-98.25", false)]
    [InlineData("30.6", "180.1", false)]
    [InlineData("30.6", "-180.1", false)]
    [InlineData("", "-98.25", false)]
    [InlineData("30.6", "", false)]
    public async Task A_place_that_is_not_on_the_map_is_none(string latitude, string longitude, bool placed)
    {
        Site site = await SiteAsync($"\"latitude\": \"{latitude}\", \"longitude\": \"{longitude}\"");

        Assert.Equal((placed, placed), (site.Latitude is not null, site.Longitude is not null));
    }

    [Fact]
    public async Task Of_two_values_of_one_name_the_last_counts() =>
        Assert.Equal(30.6m, (await SiteAsync("\"latitude\": \"1\", \"latitude\": \"30.6\", \"longitude\": \"-98.25\"")).Latitude);

    [Theory]
    [InlineData("\"more\": { \"siteName\": \"Another\" }")]
    [InlineData("\"more\": [ \"siteName\" ]")]
    [InlineData("\"siteType\": { \"siteName\": \"Another\" }")]
    public async Task What_stands_within_another_value_is_none_of_the_sites(string member) =>
        Assert.Equal("Hamilton Creek", (await SiteAsync($"\"siteName\": \"Hamilton Creek\", {member}")).Name);

    [Theory]
    [InlineData("12")]
    [InlineData("null")]
    [InlineData("[ { \"siteNumber\": \"1\" } ]")]
    public async Task What_is_no_site_is_left_out_and_counted(string other)
    {
        SiteReport report = await ReportAsync($$"""[ {{other}}, { "agency": "LCRA", "siteNumber": "3018" } ]""");

        Assert.Equal((1, 1), (report.Sites.Count, report.Feed.SkippedRowCount));
    }

    [Fact]
    public async Task Something_behind_the_sites_is_no_json() => await Assert.ThrowsAsync<HydrometFormatException>(() =>
        ReportAsync("""[ { "agency": "LCRA", "siteNumber": "3018" } ] and more"""));

    [Theory]
    [InlineData("Lake<br>Travis", "Lake Travis")]
    [InlineData("Lake <BR /> Travis", "Lake Travis")]
    [InlineData("Lake  Travis", "Lake Travis")]
    [InlineData("Lake\\tTravis", "Lake Travis")]
    [InlineData("Lake\\u0000Travis", "Lake Travis")]
    [InlineData("Lake\\u00a0Travis", "Lake Travis")]
    [InlineData(" Lake Travis", "Lake Travis")]
    [InlineData("Lake Travis ", "Lake Travis")]
    [InlineData("Lake < Travis", "Lake < Travis")]
    public async Task A_name_is_cleaned_of_line_breaks_and_blanks(string name, string clean) =>
        Assert.Equal(clean, (await SiteAsync($"\"siteName\": \"{name}\"")).Name);

    [Fact]
    public async Task A_site_without_a_name_goes_by_its_number() => Assert.Equal("3018", (await SiteAsync("\"siteName\": \" \"")).Name);

    private static async Task<Site> SiteAsync(string members) =>
        Assert.Single((await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", {{members}} } ]""")).Sites).Site;

    private static Task<SiteReport> ReportAsync(string answer) =>
        TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, Encoding.UTF8.GetBytes(answer))).GetSitesAsync();
}
