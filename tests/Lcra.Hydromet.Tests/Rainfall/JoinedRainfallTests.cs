using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class JoinedRainfallTests(string culture) : FeedTests(culture)
{
    [Fact]
    public async Task One_gauge_has_coordinates_and_basin_together()
    {
        Site site = (await TestReports.JoinedAsync()).Find(SiteId.Parse("3018"))!.Site;

        Assert.Equal(("Highland Lakes", 30.6m, -98.25m), (site.Basin, site.Latitude, site.Longitude));
    }

    [Fact]
    public async Task An_lcra_total_comes_from_its_csv_even_where_the_other_response_has_a_number()
    {
        RainfallReport report = await TestReports.JoinedAsync("knows-what-the-csv-leaves-blank", "blank-cell");

        RainfallTotal total = report.Total("3018", RainfallPeriod.ThreeHours);
        Assert.Equal((null, MissingReason.Blank, HydrometFeed.Rainfall), (total.Inches, total.Missing, total.Source.Feed));
        Assert.Contains(report.CheckConsistency(), finding => finding is { Kind: FindingKind.TotalsDisagree, Value: "nothing", OtherValue: "1.12" });
    }

    [Fact]
    public async Task The_periods_that_no_csv_has_come_from_the_all_sites_answer()
    {
        RainfallTotal total = (await TestReports.JoinedAsync()).Total("3018", RainfallPeriod.TwoHours);

        Assert.Equal((0.95m, HydrometFeed.AllSites, "rainfall2Hours"), (total.Inches, total.Source.Feed, total.Source.Column));
        Assert.Equal(TimeSpan.FromHours(2), total.End - total.Start);
    }

    [Fact]
    public async Task Last_month_is_whole()
    {
        RainfallTotal total = (await TestReports.JoinedAsync()).Total("3018", RainfallPeriod.LastMonth);

        Assert.Equal((0.22m, TestReports.Central(9, 1), TestReports.Central(10, 1)), (total.Inches, total.Start, total.End));
    }

    [Fact]
    public async Task A_gauge_of_another_agency_has_all_its_totals_from_the_all_sites_answer()
    {
        RainfallReport report = await TestReports.JoinedAsync();

        Assert.Equal(1.32m, report.Total("COA:950", RainfallPeriod.TwentyFourHours).Inches);
        RainfallTotal today = report.Total("COA:950", RainfallPeriod.SinceMidnight);
        Assert.Equal((0.08m, TestReports.Central(10, 2), TestReports.Central(10, 2, 6, 45)), (today.Inches, today.Start, today.End));
        Assert.Equal(MissingReason.NotInFeed, report.Total("COA:950", RainfallPeriod.OneDayAgo).Missing);
    }

    [Fact]
    public async Task The_windows_that_a_stale_site_withholds_are_stale_and_not_dry()
    {
        RainfallReport report = await TestReports.JoinedAsync();

        Assert.Equal((null, MissingReason.Stale), (report.Total("COA:860", RainfallPeriod.OneHour).Inches, report.Total("COA:860", RainfallPeriod.OneHour).Missing));
        Assert.Equal(0.40m, report.Total("COA:860", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task Null_and_empty_are_blank()
    {
        RainfallReport report = await TestReports.JoinedAsync("null-and-empty-values");

        Assert.Equal(MissingReason.Blank, report.Total("COA:950", RainfallPeriod.TwentyFourHours).Missing);
        Assert.Equal(MissingReason.Blank, report.Total("COA:950", RainfallPeriod.SinceMidnight).Missing);
    }

    [Fact]
    public async Task Negative_and_unreadable_rain_is_missing()
    {
        RainfallReport report = await TestReports.JoinedAsync("unreadable-values");

        Assert.Equal(MissingReason.Unreadable, report.Total("COA:950", RainfallPeriod.TwentyFourHours).Missing);
        Assert.Equal(MissingReason.Unreadable, report.Total("COA:950", RainfallPeriod.OneHour).Missing);
    }

    [Theory]
    [InlineData("unreadable-time", MissingReason.Unreadable)]
    [InlineData("blank-time", MissingReason.Blank)]
    public async Task Without_a_reading_time_there_is_no_number(string anomaly, MissingReason reason)
    {
        RainfallTotal total = (await TestReports.JoinedAsync(anomaly)).Total("COA:950", RainfallPeriod.TwentyFourHours);

        Assert.Equal((null, reason, null), (total.Inches, total.Missing, total.Start));
    }

    [Fact]
    public async Task Today_of_another_day_is_stale()
    {
        RainfallReport report = await TestReports.JoinedAsync("read-the-day-before");

        Assert.Equal(MissingReason.Stale, report.Total("COA:950", RainfallPeriod.SinceMidnight).Missing);
        Assert.Equal(MissingReason.Stale, report.Total("COA:950", RainfallPeriod.Today).Missing);
        Assert.Equal(0.52m, report.Total("COA:950", RainfallPeriod.LastMonth).Inches);
    }

    [Fact]
    public async Task Last_month_of_a_gauge_last_read_last_month_is_stale() =>
        Assert.Equal(MissingReason.Stale, (await TestReports.JoinedAsync("read-last-month")).Total("COA:950", RainfallPeriod.LastMonth).Missing);

    [Fact]
    public async Task Sites_that_measure_no_rain_are_not_gauges()
    {
        RainfallReport report = await TestReports.JoinedAsync();

        Assert.Null(report.Find(SiteId.Parse("USGS:08154700")));
        Assert.Null(report.Find(SiteId.Parse("LCRA:3963")));
    }

    [Fact]
    public async Task A_report_that_was_not_joined_lists_only_the_periods_it_has()
    {
        RainfallGauge gauge = (await TestReports.ReportAsync()).Find(SiteId.Parse("3018"))!;

        Assert.Equal(15, gauge.Totals.Count());
        Assert.Equal(MissingReason.NotRequested, gauge[RainfallPeriod.OneWeek].Missing);
    }

    [Fact]
    public async Task A_joined_report_tells_how_four_feeds_came_in() =>
        Assert.Equal(
            [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites],
            (await TestReports.JoinedAsync()).Feeds.Select(feed => feed.Feed));

    public sealed class WithAPoint() : JoinedRainfallTests(Point);

    public sealed class WithAComma() : JoinedRainfallTests(Comma);
}
