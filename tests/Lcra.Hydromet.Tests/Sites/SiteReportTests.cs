using System.Net;
using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Sites;

public abstract class SiteReportTests(string culture) : FeedTests(culture)
{
    private static readonly SiteId Williamson = SiteId.Parse("COA:950");

    [Fact]
    public async Task A_site_has_its_place_its_water_and_its_thresholds()
    {
        SiteReading creek = (await TestReports.SitesAsync()).Find(SiteId.Parse("3018"))!;

        Assert.Equal((30.6m, -98.25m, SiteKind.River), (creek.Site.Latitude, creek.Site.Longitude, creek.Site.Kind));
        Assert.Equal((24.00m, 26.00m), (creek.BankfullStageFeet, creek.FloodStageFeet));
        Assert.Equal(new DateTimeOffset(2026, 10, 2, 6, 55, 17, TimeSpan.FromHours(-5)), creek.ObservedAt);
    }

    [Fact]
    public async Task Stage_and_flow_may_be_negative()
    {
        SiteReading creek = (await TestReports.SitesAsync()).Find(SiteId.Parse("3018"))!;

        Assert.Equal((-0.12m, -3.5m), (creek.StageFeet, creek.DischargeCubicFeetPerSecond));
    }

    [Fact]
    public async Task Air_is_in_fahrenheit_and_water_in_celsius_as_the_feed_means_them()
    {
        SiteReading dam = (await TestReports.SitesAsync()).Find(SiteId.Parse("3963"))!;

        Assert.Equal((74.11m, -2.5m, 26.18m, 81m), (dam.AirTemperatureFahrenheit, dam.MinimumAirTemperatureFahrenheit, dam.WaterTemperatureCelsius, dam.RelativeHumidityPercent));
        Assert.Equal((674.81m, 493.77m), (dam.HeadwaterElevationFeet, dam.TailwaterElevationFeet));
    }

    [Fact]
    public async Task What_is_absent_is_missing_and_never_zero()
    {
        SiteReading creek = (await TestReports.SitesAsync()).Find(Williamson)!;

        Assert.Null(creek.StageFeet);
        Assert.Null(creek.AirTemperatureFahrenheit);
    }

    [Theory]
    [InlineData("3963", "Mansfield Dam (Lake Travis)")]
    [InlineData("COA:950", "Williamson Creek at Emerald Forest Drive")]
    public async Task Line_breaks_and_padding_are_cleaned_from_names(string site, string name) =>
        Assert.Equal(name, (await TestReports.SitesAsync()).Find(SiteId.Parse(site))!.Site.Name);

    [Fact]
    public async Task An_agency_that_is_not_a_text_costs_its_own_site_only()
    {
        SiteReport report = await TestReports.SitesAsync("half-a-surrogate-for-an-agency");

        Assert.Null(report.Find(SiteId.Parse("3018")));
        Assert.Equal((4, 1), (report.Sites.Count, report.Feed.SkippedRowCount));
    }

    [Fact]
    public async Task Of_two_times_of_one_site_the_last_counts_and_an_unreadable_one_is_none() =>
        Assert.Null((await TestReports.SitesAsync("two-times-of-one-site")).Find(SiteId.Parse("3018"))!.ObservedAt);

    [Theory]
    [InlineData("a-name-that-is-no-utf-8")]
    [InlineData("half-a-surrogate")]
    public async Task A_name_that_is_not_a_text_costs_neither_the_site_nor_the_answer(string anomaly)
    {
        SiteReport report = await TestReports.SitesAsync(anomaly);

        Assert.StartsWith("Silent", report.Find(SiteId.Parse("COA:860"))!.Site.Name, StringComparison.Ordinal);
        Assert.Equal(5, report.Sites.Count);
    }

    [Fact]
    public async Task Leading_zeros_and_agencies_make_the_identity()
    {
        SiteReport report = await TestReports.SitesAsync();

        Assert.NotNull(report.Find(SiteId.Parse("USGS:08154700")));
        Assert.Null(report.Find(SiteId.Parse("USGS:8154700")));
        Assert.Null(report.Find(SiteId.Parse("LCRA:950")));
    }

    [Fact]
    public async Task Two_sites_may_share_one_name_of_the_weather_service()
    {
        SiteReport report = await TestReports.SitesAsync();

        Assert.Equal(["LCRA:3018", "USGS:08154700"], report.Sites.Where(site => site.NwsId == "ABUT2").Select(site => site.Site.Id.ToString()));
    }

    [Fact]
    public async Task A_number_is_read_like_a_string()
    {
        SiteReading creek = (await TestReports.SitesAsync("numbers-instead-of-strings")).Find(Williamson)!;

        Assert.Equal(30.21472m, creek.Site.Latitude);
    }

    [Theory]
    [InlineData("stale-flag-true", true)]
    [InlineData("stale-flag-text", true)]
    [InlineData("stale-flag-one", true)]
    [InlineData("stale-flag-no", false)]
    [InlineData("plain", false)]
    public async Task The_stale_flag_is_read_however_it_is_written(string anomaly, bool stale) =>
        Assert.Equal(stale, (await TestReports.SitesAsync(anomaly)).Find(Williamson)!.IsStale);

    [Fact]
    public async Task Bad_values_are_missing_and_counted_and_the_site_stands()
    {
        SiteReport report = await TestReports.SitesAsync("unreadable-values");

        Assert.Null(report.Find(Williamson)!.StageFeet);
        Assert.Equal(5, report.Feed.UnreadableValueCount);
        Assert.Equal(Williamson, Assert.Single(report.Findings).Site);
        Assert.Equal(5, report.Sites.Count);
    }

    [Theory]
    [InlineData("unreadable-time")]
    [InlineData("time-without-zone")]
    [InlineData("blank-time")]
    public async Task A_time_that_says_no_zone_is_not_guessed_at(string anomaly) =>
        Assert.Null((await TestReports.SitesAsync(anomaly)).Find(Williamson)!.ObservedAt);

    [Fact]
    public async Task The_first_of_two_sites_with_one_identity_counts()
    {
        SiteReport report = await TestReports.SitesAsync("duplicate-site");

        Assert.Equal(5, report.Sites.Count);
        Assert.Equal(FindingKind.DuplicateSite, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public async Task A_site_without_identity_is_left_out_and_counted()
    {
        SiteReport report = await TestReports.SitesAsync("a-site-without-number");

        Assert.Equal((5, 3), (report.Sites.Count, report.Feed.SkippedRowCount));
    }

    [Fact]
    public async Task A_site_at_zero_north_zero_east_has_no_place() =>
        Assert.Null((await TestReports.SitesAsync("nowhere")).Find(Williamson)!.Site.Latitude);

    [Fact]
    public async Task A_renamed_member_is_named_on_both_sides()
    {
        SiteReport report = await TestReports.SitesAsync("renamed-member");

        Assert.Equal(
            [(FindingKind.MissingColumn, "rainfall1Day"), (FindingKind.UnexpectedColumn, "rainfall24Hours")],
            report.Findings.Select(finding => (finding.Kind, finding.Column!)));
    }

    [Fact]
    public async Task The_report_time_is_the_newest_reading_that_can_be()
    {
        SiteReport report = await TestReports.SitesAsync("a-clock-in-the-future");

        Assert.Equal(new DateTimeOffset(2026, 10, 2, 6, 55, 17, TimeSpan.FromHours(-5)), report.Feed.ReportedAt);
    }

    [Theory]
    [InlineData("not-an-array", "$[0]")]
    [InlineData("cut", "$[3].agency")]
    public async Task Malformed_json_is_an_error_with_its_path(string anomaly, string path)
    {
        HydrometFormatException failure = await Assert.ThrowsAsync<HydrometFormatException>(() => TestReports.SitesAsync(anomaly));

        Assert.Equal((HydrometFeed.AllSites, path), (failure.Feed, failure.Column));
    }

    [Theory]
    [InlineData("web-page", "came as a web page")]
    [InlineData("empty", "is empty")]
    [InlineData("no-sites", "has no site")]
    public async Task What_is_not_a_response_is_an_error_that_says_so(string anomaly, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<HydrometFormatException>(() => TestReports.SitesAsync(anomaly))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task When_a_refresh_fails_the_earlier_response_stays_and_says_so()
    {
        SiteReport earlier = await TestReports.SitesAsync();

        SiteReport report = await TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, HttpStatusCode.BadGateway)).RefreshSitesAsync(earlier);

        Assert.Equal(5, report.Sites.Count);
        Assert.Equal(HttpStatusCode.BadGateway, report.Feed.Failure!.StatusCode);
        Assert.True((await TestReports.ReportAsync()).Join(report).Total("COA:950", RainfallPeriod.OneHour).Source.RefreshFailed);
    }

    public sealed class WithAPoint() : SiteReportTests(Point);

    public sealed class WithAComma() : SiteReportTests(Comma);
}
