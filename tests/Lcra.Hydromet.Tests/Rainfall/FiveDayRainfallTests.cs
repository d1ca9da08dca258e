using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class FiveDayRainfallTests(string culture) : FeedTests(culture)
{
    [Fact]
    public async Task Each_day_is_the_one_that_its_column_names()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.OneDayAgo);

        Assert.Equal(1.62m, total.Inches);
        Assert.Equal((TestReports.Central(10, 1), TestReports.Central(10, 2)), (total.Start, total.End));
        Assert.Equal("10/01/2026", total.Source.Column);
        Assert.Equal(TestReports.Central(10, 2, 6, 55), total.ObservedAt);
    }

    [Fact]
    public async Task Dated_columns_are_bound_by_date_whatever_their_order()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "other-column-order");

        Assert.Equal(
            [1.20m, 1.62m, 0.02m, 0.03m, 0.04m, 2.82m],
            RainfallPeriod.All.Where(period => period.Feed == HydrometFeed.FiveDayRainfall).Select(period => report.Total("3018", period).Inches!.Value));
    }

    [Fact]
    public async Task The_five_day_total_begins_at_midnight_of_the_day_in_Since()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.FiveDayTotal);

        Assert.Equal(2.82m, total.Inches);
        Assert.Equal((TestReports.Central(9, 28), TestReports.Central(10, 2, 7)), (total.Start, total.End));
        Assert.Equal("Since 09/28/2026", total.Source.Column);
    }

    [Fact]
    public async Task The_last_24_hours_are_never_taken_for_a_day()
    {
        RainfallReport report = await TestReports.ReportAsync();

        Assert.DoesNotContain(
            report.Find(SiteId.Parse("3018"))!.Totals,
            total => total.Source is { Column: "Last24" });
    }

    [Fact]
    public async Task A_day_without_a_column_is_missing()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "a-missing-day");

        Assert.Equal(MissingReason.NotInFeed, report.Total("3018", RainfallPeriod.TwoDaysAgo).Missing);
        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
    }

    [Fact]
    public async Task Yesterdays_columns_after_midnight_are_not_sold_as_todays()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "yesterdays-columns-after-midnight", now: TestReports.Central(10, 3, 0, 5));

        Assert.Equal(MissingReason.Stale, report.Total("3018", RainfallPeriod.Today).Missing);
        Assert.Equal(MissingReason.NotInFeed, report.Total("3018", RainfallPeriod.OneDayAgo).Missing);
        Assert.Equal((1.62m, TestReports.Central(10, 1)), (report.Total("3018", RainfallPeriod.TwoDaysAgo).Inches, report.Total("3018", RainfallPeriod.TwoDaysAgo).Start));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.HeaderDatesDiffer);
    }

    [Fact]
    public async Task The_header_and_not_the_clock_says_which_day_it_is()
    {
        RainfallReport report = await TestReports.ReportAsync(now: TestReports.Central(10, 3, 0, 5));

        Assert.Equal((1.62m, TestReports.Central(10, 1)), (report.Total("3018", RainfallPeriod.OneDayAgo).Inches, report.Total("3018", RainfallPeriod.OneDayAgo).Start));
        Assert.Equal(1.20m, report.Total("3018", RainfallPeriod.SinceMidnight).Inches);
    }

    [Fact]
    public async Task Feeds_of_two_days_are_joined_and_each_total_keeps_its_own_day()
    {
        RainfallReport report = await TestReports.ReportAsync("just-before-midnight", "just-after-midnight", now: TestReports.Central(10, 3, 0, 5));

        Assert.Equal(TestReports.Central(10, 2, 23, 46), report.Total("3018", RainfallPeriod.SinceMidnight).Source.ReportedAt);
        Assert.Equal(TestReports.Central(10, 2), report.Total("3018", RainfallPeriod.SinceMidnight).Start);
        Assert.Equal(TestReports.Central(10, 2), report.Total("3018", RainfallPeriod.OneDayAgo).Start);
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.ReportDaysDiffer);
    }

    [Theory]
    [InlineData("after-the-clocks-went-back", 11, 1, 25)]
    [InlineData("after-the-clocks-went-forward", 3, 8, 23)]
    public async Task A_day_on_which_the_clocks_change_has_its_true_length(string anomaly, int month, int day, int hours)
    {
        RainfallTotal total = (await TestReports.ReportAsync(fiveDay: anomaly)).Total("3018", RainfallPeriod.OneDayAgo);

        Assert.Equal(new DateOnly(2026, month, day), DateOnly.FromDateTime(total.Start!.Value.DateTime));
        Assert.Equal(TimeSpan.FromHours(hours), total.End - total.Start);
    }

    [Fact]
    public async Task A_site_in_one_feed_only_is_in_the_report_without_the_other_feeds_totals()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "site-in-this-feed-only");

        Assert.Equal(1.30m, report.Total("1187", RainfallPeriod.OneDayAgo).Inches);
        RainfallTotal absent = report.Total("1187", RainfallPeriod.TwentyFourHours);
        Assert.Equal((null, MissingReason.NotInFeed, null), (absent.Inches, absent.Missing, absent.Start));
    }

    [Fact]
    public async Task A_name_edited_in_one_feed_loses_no_gauge()
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: "names-differ");

        Assert.Equal("Hamilton Creek near Marble Falls", report.Find(SiteId.Parse("3018"))!.Site.Name);
        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
        Assert.Equal(3, report.Gauges.Count);
    }

    [Fact]
    public async Task A_feed_without_basins_names_none() =>
        Assert.Null((await TestReports.ReportAsync(fiveDay: "no-basin-column")).Find(SiteId.Parse("3018"))!.Site.Basin);

    public sealed class WithAPoint() : FiveDayRainfallTests(Point);

    public sealed class WithAComma() : FiveDayRainfallTests(Comma);
}
