using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

public class RefreshTests
{
    [Fact]
    public async Task A_feed_that_fails_keeps_its_earlier_rows_and_says_so()
    {
        RainfallReport earlier = await TestReports.ReportAsync();
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway);

        RainfallReport report = await TestReports.Client(feeds, TestReports.Morning.AddMinutes(15)).RefreshRainfallAsync(earlier);

        RainfallTotal kept = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((2.81m, TestReports.Morning, true), (kept.Inches, kept.Source.FetchedAt, kept.Source.RefreshFailed));
        RainfallTotal fresh = report.Total("3018", RainfallPeriod.OneDayAgo);
        Assert.Equal((TestReports.Morning.AddMinutes(15), false), (fresh.Source.FetchedAt, fresh.Source.RefreshFailed));
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(
            (FindingKind.RefreshFailed, $"Rainfall.csv could not be refreshed and an earlier download is used: {finding.Cause!.Message}"),
            (finding.Kind, finding.Message));
    }

    [Fact]
    public async Task When_every_feed_fails_the_whole_earlier_report_stays()
    {
        RainfallReport earlier = await TestReports.ReportAsync();
        StubFeedHandler feeds = TestReports.Feeds("web-page")
            .With(HydrometFeed.FiveDayRainfall, HttpStatusCode.BadGateway)
            .With(HydrometFeed.MonthYearRainfall, HttpStatusCode.BadGateway);

        RainfallReport report = await TestReports.Client(feeds).RefreshRainfallAsync(earlier);

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.All(report.Feeds, feed => Assert.NotNull(feed.Failure));
        Assert.True(report.Total("3018", RainfallPeriod.TwentyFourHours).Source.IsStaleAt(TestReports.Morning));
    }

    [Fact]
    public async Task A_feed_that_comes_back_is_fresh_again()
    {
        RainfallReport earlier = await TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway)).GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallReport report = await TestReports.Client(TestReports.Feeds()).RefreshRainfallAsync(earlier);

        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData(45, false)]
    [InlineData(46, true)]
    public async Task A_report_older_than_45_minutes_is_stale_and_still_shown(int minutes, bool stale)
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Equal(stale, total.Source.IsStaleAt(TestReports.Central(10, 2, 7).AddMinutes(minutes)));
        Assert.Equal(2.81m, total.Inches);
    }
}
