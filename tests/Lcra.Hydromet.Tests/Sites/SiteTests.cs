using System.Text;
using Lcra.Hydromet.Sites.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Sites;

public class SiteTests
{
    [Theory]
    [InlineData("LCRA:3018", 1)]
    [InlineData("COA:950", 4)]
    [InlineData("USGS:1", null)]
    public void A_site_knows_what_one_tip_of_its_gauge_is(string id, int? hundredths) =>
        Assert.Equal(hundredths / 100m, new Site { Id = SiteId.Parse(id), Name = "A gauge" }.ResolutionInches);

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
    public async Task What_a_site_measures_is_reported_by_lcras_words(string type, SiteKind kind) =>
        Assert.Equal(kind, (await SiteAsync($"\"siteType\": \"{type}\"")).Kind);

    [Theory]
    [InlineData("25.5", "-107", true)]
    [InlineData("36.8", "-93.2", true)]
    [InlineData("90", "180", false)]
    [InlineData("0", "-98.25", false)]
    [InlineData("30.6", "0", false)]
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
    public async Task What_is_not_a_site_is_left_out_and_counted(string other)
    {
        SiteReport report = await ReportAsync($$"""[ {{other}}, { "agency": "LCRA", "siteNumber": "3018" } ]""");

        Assert.Equal((1, 1), (report.Sites.Count, report.Feed.SkippedRowCount));
    }

    [Fact]
    public async Task Something_behind_the_sites_is_not_json() => await Assert.ThrowsAsync<HydrometFormatException>(() =>
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
    [InlineData("Lake &amp; Travis", "Lake & Travis")]
    [InlineData("<b>Lake</b> Travis", "Lake Travis")]
    [InlineData("Lake&lt;br&gt;Travis", "Lake Travis")]
    [InlineData("Ca&ntilde;on", "Cañon")]
    [InlineData("Lake\\u202eTravis", "LakeTravis")]
    [InlineData("Lake\\ufdd0 Travis", "Lake Travis")]
    public async Task A_name_is_cleaned_of_line_breaks_and_blanks(string name, string clean) =>
        Assert.Equal(clean, (await SiteAsync($"\"siteName\": \"{name}\"")).Name);

    [Theory]
    [InlineData("2026-10-02T11:55:17Z")]
    [InlineData("2026-10-02T11:55:17.000Z")]
    [InlineData("2026-10-02T11:55:17.0000000000000Z")]
    [InlineData("2026-10-02T11:55:17+00:00")]
    [InlineData("2026-10-02T06:55:17-05:00")]
    [InlineData("2026-10-02T06:55:17-05")]
    [InlineData("2026-10-02 11:55:17z")]
    [InlineData("20261002T115517Z")]
    [InlineData("2026-275T11:55:17Z")]
    [InlineData("2026-W40-5T11:55:17Z")]
    [InlineData("2026-10-02T11:55:17\\u005a")]
    public async Task A_time_in_any_form_of_iso_8601_is_the_same_instant(string time)
    {
        SiteReport report = await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", "dateTime": "{{time}}" } ]""");
        List<HistoryRecord> records = await RecordedHistories.RecordsAsync(RecordedHistories.Answer(RecordedHistories.Record(time)), first: "2026-10-02", last: "2026-10-02");

        Assert.Equal(TestReports.Central(10, 2, 6, 55).AddSeconds(17), Assert.Single(report.Sites).ObservedAt);
        Assert.Equal(Assert.Single(report.Sites).ObservedAt, Assert.Single(records).ObservedAt);
    }

    [Theory]
    [InlineData("2026-10-02T11:55:17")]
    [InlineData("2026-10-02")]
    [InlineData("10/2/2026 6:55 AM")]
    [InlineData("2026-13-02T11:55:17Z")]
    [InlineData("2026-366T11:55:17Z")]
    [InlineData("2026-W54-1T11:55:17Z")]
    [InlineData("2026-10-02T25:00:00Z")]
    [InlineData("2026-10-02T11:55:17.Z")]
    [InlineData("2026-10-02T11:55:17+5")]
    public async Task What_is_not_an_instant_is_unreadable(string time)
    {
        SiteReport report = await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", "dateTime": "{{time}}" } ]""");

        Assert.Equal((null, 1), (Assert.Single(report.Sites).ObservedAt, report.Feed.UnreadableValueCount));
    }

    [Theory]
    [InlineData("{ \"rainfall1Hour\": \"\" }", "{ \"rainfall1Hour\": \"0.50\" }")]
    [InlineData("{ \"rainfall1Hour\": \"0.50\" }", "{ \"rainfall1Hour\": \"\" }")]
    [InlineData("{ \"rainfall1Hour\": \"0.50\", \"dateTime\": \"2026-10-02T11:55:00Z\" }", "{ \"rainfall1Hour\": \"0.10\", \"dateTime\": \"2026-10-01T11:55:00Z\" }")]
    [InlineData("{ \"rainfall1Hour\": \"0.10\", \"dateTime\": \"2026-10-01T11:55:00Z\" }", "{ \"rainfall1Hour\": \"0.50\", \"dateTime\": \"2026-10-02T11:55:00Z\" }")]
    [InlineData("{ \"rainfall1Hour\": \"0.10\" }", "{ \"rainfall1Hour\": \"0.50\" }")]
    public async Task Of_two_rows_of_one_site_the_one_with_a_value_then_the_newer_then_the_later_counts(string first, string second)
    {
        const string Id = "\"agency\": \"LCRA\", \"siteNumber\": \"3018\", ";
        SiteReport report = await ReportAsync($"[ {first.Replace("{ ", "{ " + Id, StringComparison.Ordinal)}, {second.Replace("{ ", "{ " + Id, StringComparison.Ordinal)} ]");

        Assert.Equal(0.50m, Assert.Single(report.Sites).Row[SiteMember.Rainfall1Hour].Value);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.DuplicateSite } && finding.Message.Contains("other values", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("30.6", "98.25")]
    [InlineData("-30.6", "-98.25")]
    [InlineData("47.6", "-122.3")]
    public async Task A_site_outside_texas_is_nowhere_with_a_finding(string latitude, string longitude)
    {
        SiteReport report = await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", "latitude": {{latitude}}, "longitude": {{longitude}} } ]""");

        Assert.Equal((null, null), (Assert.Single(report.Sites).Site.Latitude, report.Sites[0].Site.Longitude));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.OutsideTexas);
    }

    [Theory]
    [InlineData("0.30000001192092896", "0.30")]
    [InlineData("\"2.8099999427795410\"", "2.81")]
    [InlineData("0.00999999977648258", "0.01")]
    [InlineData("12.345", "12.345")]
    public async Task An_amount_that_passed_through_binary_is_rounded_and_another_stays(string number, string expected)
    {
        SiteReport report = await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", "rainfall1Hour": {{number}} } ]""");

        Assert.Equal(expected, Assert.Single(report.Sites).Row[SiteMember.Rainfall1Hour].Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected == "12.345", report.Findings.Any(finding => finding.Kind == FindingKind.UnevenValue));
    }

    [Fact]
    public async Task A_site_without_a_name_goes_by_its_number() => Assert.Equal("3018", (await SiteAsync("\"siteName\": \" \"")).Name);

    private static async Task<Site> SiteAsync(string members) =>
        Assert.Single((await ReportAsync($$"""[ { "agency": "LCRA", "siteNumber": "3018", {{members}} } ]""")).Sites).Site;

    private static Task<SiteReport> ReportAsync(string answer) =>
        TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, Encoding.UTF8.GetBytes(answer))).GetSitesAsync();
}
