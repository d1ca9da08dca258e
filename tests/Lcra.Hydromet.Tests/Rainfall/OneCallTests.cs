using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>One call for the whole report.</summary>
public class OneCallTests
{
    private static readonly HydrometFeed[] Four = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites];

    public static TheoryData<string> EachFeed => [.. Four.Select(feed => feed.Name)];

    [Fact]
    public async Task It_requests_four_feeds_once_and_has_every_period_and_coordinates()
    {
        StubFeedHandler feeds = AllFeeds();

        RainfallReport report = await TestReports.Client(feeds).GetRainfallAsync();

        Assert.Equal(Four.Select(feed => "/" + feed.Path).Order(StringComparer.Ordinal), feeds.Requested.Select(uri => uri.AbsolutePath).Order(StringComparer.Ordinal));
        Assert.Equal(Four, report.Feeds.Select(feed => feed.Feed));
        Assert.All(report.Gauges, gauge => Assert.Equal(RainfallPeriod.All, gauge.Totals.Select(total => total.Period)));
        Assert.NotEmpty(report.Nearest(30.57m, -98.27m, 1));
    }

    [Theory]
    [MemberData(nameof(EachFeed))]
    public async Task A_feed_that_fails_is_missing_alone(string name)
    {
        HydrometFeed broken = Four.Single(feed => feed.Name == name);

        RainfallReport report = await TestReports.Client(AllFeeds().With(broken, HttpStatusCode.BadGateway)).GetRainfallAsync();

        Assert.Equal([broken], report.Feeds.Where(feed => feed.Failure is not null).Select(feed => feed.Feed));
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.FeedUnavailable && finding.Feed == broken);
        Assert.All(report.Find(SiteId.Parse("3018"))!.Totals, total => Assert.Equal(total.Period.Feed == broken, total.Missing == MissingReason.FeedUnavailable));
    }

    [Fact]
    public async Task Without_the_csv_feeds_other_agencies_gauges_still_have_their_amounts()
    {
        RainfallReport report = await TestReports.Client(
            AllFeeds().With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway).With(HydrometFeed.FiveDayRainfall, HttpStatusCode.BadGateway).With(HydrometFeed.MonthYearRainfall, HttpStatusCode.BadGateway)).GetRainfallAsync();

        Assert.Contains(report.Gauges, gauge => gauge.Site.Id.IsAustin && gauge.Totals.Any(total => total.Inches is not null));
    }

    [Fact]
    public async Task When_all_four_fail_the_exception_names_each()
    {
        StubFeedHandler feeds = new();
        Array.ForEach(Four, feed => feeds.With(feed, HttpStatusCode.BadGateway));

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => TestReports.Client(feeds).GetRainfallAsync());

        Assert.All(Four, feed => Assert.Contains(feed.Path, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_not_requested_says_so()
    {
        RainfallReport report = await TestReports.Client(TestReports.Feeds()).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(MissingReason.NotRequested, report.Total("3018", RainfallPeriod.TwoHours).Missing);
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
        Assert.Contains("AllFeeds", Assert.Throws<InvalidOperationException>(() => report.Nearest(30.57m, -98.27m, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => report.WithinRadius(30.57m, -98.27m, 10));
    }

    [Fact]
    public async Task Places_of_a_report_without_coordinates_fail_as_their_feed_did()
    {
        RainfallReport report = await TestReports.Client(AllFeeds().With(HydrometFeed.AllSites, HttpStatusCode.BadGateway)).GetRainfallAsync();

        Assert.Equal(HttpStatusCode.BadGateway, Assert.Throws<HydrometException>(() => report.Nearest(30.57m, -98.27m, 1)).StatusCode);
    }

    [Fact]
    public async Task A_refresh_keeps_the_scope_and_the_earlier_rows_of_each_feed()
    {
        StubFeedHandler feeds = AllFeeds();
        HydrometClient client = TestReports.Client(feeds);
        RainfallReport earlier = await client.GetRainfallAsync();
        feeds.With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);

        RainfallReport report = await client.RefreshRainfallAsync(earlier);

        Assert.True(report.Total("3018", RainfallPeriod.TwoHours).Source.RefreshFailed);
        Assert.False(report.Total("3018", RainfallPeriod.OneHour).Source.RefreshFailed);
    }

    private static StubFeedHandler AllFeeds() => TestReports.Feeds().With(HydrometFeed.AllSites, "plain");
}
