using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class BrokenFeedTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("web-page", 1L, null)]
    [InlineData("empty", 1L, null)]
    [InlineData("only-blank-lines", 1L, null)]
    [InlineData("header-only", 2L, null)]
    [InlineData("no-site-numbers", 2L, null)]
    [InlineData("unquoted-comma-alone-with-a-blank", 2L, null)]
    [InlineData("no-24-hour-column", 1L, "24 Hour")]
    [InlineData("no-report-date", 1L, "Report Date:")]
    [InlineData("unreadable-report-date", 1L, "Report Date:")]
    public async Task A_broken_feed_leaves_its_totals_missing_and_says_why(string anomaly, long line, string? column)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((null, MissingReason.FeedUnavailable), (total.Inches, total.Missing));
        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
        Finding finding = report.Findings.Single(known => known.Kind == FindingKind.FeedUnavailable);
        HydrometFormatException cause = Assert.IsType<HydrometFormatException>(finding.Cause);
        Assert.Equal($"Rainfall.csv is not available and its totals are missing: {cause.Message}", finding.Message);
        Assert.Equal((HydrometFeed.Rainfall, line, column), (cause.Feed, cause.Line, cause.Column));
    }

    [Theory]
    [InlineData("three-dated-columns", "MM/dd/yyyy (4 dated columns)")]
    [InlineData("no-since-column", "Since MM/dd/yyyy")]
    public async Task The_five_day_feed_needs_its_dates(string anomaly, string column)
    {
        RainfallReport report = await TestReports.ReportAsync(fiveDay: anomaly);

        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.OneDayAgo).Missing);
        Assert.Equal(column, Assert.IsType<HydrometFormatException>(report.Feeds[1].Failure).Column);
    }

    [Theory]
    [InlineData("six-columns")]
    [InlineData("an-unknown-name-and-moved-columns")]
    [InlineData("no-report-date-and-no-reading")]
    public async Task The_month_and_year_feed_is_not_read_by_guessing(string anomaly)
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: anomaly);

        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.ThisYear).Missing);
        Assert.IsType<HydrometFormatException>(report.Feeds[2].Failure);
    }

    [Fact]
    public async Task The_totals_of_a_broken_feed_keep_the_window_that_hangs_on_the_report()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.FiveDayRainfall, HttpStatusCode.InternalServerError);

        RainfallTotal total = (await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds)).Total("3018", RainfallPeriod.OneDayAgo);

        Assert.Equal(MissingReason.FeedUnavailable, total.Missing);
        Assert.Equal((TestReports.Central(10, 1), TestReports.Central(10, 2)), (total.Start, total.End));
        Assert.Null(total.Source.ReportedAt);
        Assert.True(total.Source.IsStaleAt(TestReports.Morning));
    }

    [Fact]
    public async Task Three_broken_feeds_are_an_exception_that_names_each()
    {
        HydrometFormatException failure = await Assert.ThrowsAsync<HydrometFormatException>(async () =>
            await TestReports.Client(new StubFeedHandler()
                .With(HydrometFeed.Rainfall, "web-page")
                .With(HydrometFeed.FiveDayRainfall, FeedFile.Read(HydrometFeed.Rainfall, "empty"))
                .With(HydrometFeed.MonthYearRainfall, FeedFile.Read(HydrometFeed.Rainfall, "header-only"))).GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.Contains("Rainfall.csv came as a web page", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Rain5Day.csv is empty", failure.Message, StringComparison.Ordinal);
        Assert.Contains("RainMonthYear.csv", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut-in-the-middle-of-a-row", RowEnd.AllUnreadable)]
    [InlineData("cut-in-the-reading-time", RowEnd.AllUnreadable)]
    [InlineData("cut-in-the-last-number", RowEnd.LastUnreadable)]
    public async Task The_values_of_a_last_row_cut_short_are_unreadable(string anomaly, RowEnd end)
    {
        RainfallReport report = await TestReports.ReportAsync(anomaly);

        Assert.Equal(MissingReason.Unreadable, report.Total("3992", RainfallPeriod.SinceMidnight).Missing);
        Assert.Equal(end == RowEnd.LastUnreadable ? 1.17m : null, report.Total("3992", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.TruncatedFeed);
        Assert.Equal(end == RowEnd.LastUnreadable ? 1 : 5, report.Feeds[0].UnreadableValueCount);
    }

    [Fact]
    public async Task Half_a_site_number_is_not_a_site()
    {
        RainfallReport report = await TestReports.ReportAsync("cut-in-the-site-number");

        Assert.Null(report.Find(SiteId.Parse("39")));
        Assert.Equal(MissingReason.NotInFeed, report.Total("3992", RainfallPeriod.TwentyFourHours).Missing);
    }

    public enum RowEnd
    {
        AllUnreadable,
        LastUnreadable,
    }

    public sealed class WithAPoint() : BrokenFeedTests(Point);

    public sealed class WithAComma() : BrokenFeedTests(Comma);

    [Theory]
    [InlineData(99_990, "\n", null)]
    [InlineData(100_001, "\n", HydrometFailureKind.TooLarge)]
    [InlineData(100_001, "\r", HydrometFailureKind.TooLarge)]
    public async Task A_feed_of_more_rows_than_are_read_fails_alone(int more, string lineEnd, HydrometFailureKind? kind)
    {
        byte[] body = [.. FeedFile.Read(HydrometFeed.FiveDayRainfall, "plain"), .. System.Text.Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1" + lineEnd, more)))];

        RainfallReport report = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.FiveDayRainfall, body)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal((kind, 2.81m), (report.Feeds.Single(feed => feed.Feed == HydrometFeed.FiveDayRainfall).Failure?.Kind, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches));
    }
}
