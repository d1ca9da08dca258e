using System.Globalization;
using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>Which downloads replace the rows at hand: not one that is cut, lacks gauges, is older or is another feed.</summary>
public class FeedAcceptanceTests
{
    private static readonly SiteId Gauge = SiteId.Parse("3018");

    [Fact]
    public async Task A_feed_cut_before_a_gauge_does_not_replace_the_whole_one()
    {
        RainfallReport report = await RefreshAsync(await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds), Rows(30));

        RainfallTotal total = report.Find(Gauge)![RainfallPeriod.TwentyFourHours];
        Assert.Equal((2.81m, true), (total.Inches, total.Source.RefreshFailed));
        Assert.Equal(HydrometFailureKind.Incomplete, Assert.Single(report.Feeds, feed => feed.Failure is not null).Failure!.Kind);
    }

    [Fact]
    public async Task A_feed_that_ends_inside_a_line_does_not_replace_a_whole_one()
    {
        RainfallReport report = await RefreshAsync(await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds), Rows(40).TrimEnd());

        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.RefreshFailed, Cause.Kind: HydrometFailureKind.Incomplete });
        Assert.Equal(40, report.Feeds[0].RowCount);
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(35, false)]
    public async Task A_tenth_of_the_gauges_may_be_gone(int rows, bool accepted)
    {
        RainfallReport report = await RefreshAsync(await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds), Rows(rows));

        Assert.Equal(accepted ? rows : 40, report.Feeds[0].RowCount);
    }

    [Fact]
    public async Task Three_downloads_that_agree_are_accepted_with_a_finding()
    {
        RainfallReport report = await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds);
        List<int> rows = [];
        for (int attempt = 0; attempt < 3; attempt++)
        {
            report = await RefreshAsync(report, Rows(20));
            rows.Add(report.Feeds[0].RowCount);
        }

        Assert.Equal([40, 40, 20], rows);
        Assert.Equal(FindingKind.GaugesLost, Assert.Single(report.Findings, finding => finding.Feed == HydrometFeed.Rainfall).Kind);
        Assert.Null(report.Feeds[0].Failure);
    }

    [Fact]
    public async Task Downloads_that_differ_are_counted_anew()
    {
        RainfallReport report = await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds);
        foreach (int count in new[] { 20, 20, 19, 20, 20 })
        {
            report = await RefreshAsync(report, Rows(count));
            Assert.Equal(40, report.Feeds[0].RowCount);
        }
    }

    [Fact]
    public async Task A_whole_feed_is_accepted_at_once_after_a_cut_one()
    {
        RainfallReport cut = await RefreshAsync(await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds), Rows(20));

        RainfallReport report = await RefreshAsync(cut, Rows(40, "07:15"));

        Assert.Null(report.Feeds[0].Failure);
        Assert.Equal(TestReports.Central(10, 2, 7, 15), report.Feeds[0].ReportedAt);
    }

    [Fact]
    public async Task A_first_download_that_is_cut_is_used_and_says_that_it_is_not_whole()
    {
        RainfallReport report = await Client(Rows(40).TrimEnd()).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.TruncatedFeed);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.RefreshFailed, Cause.Kind: HydrometFailureKind.Incomplete }
            && finding.Message == "Rainfall.csv ends inside a line; its rows are used because there is no earlier download. LCRA may be rewriting the feed: it is requested again.");
        Assert.Equal((2.81m, true), (report.Total("3018", RainfallPeriod.TwentyFourHours).Inches, report.Total("3018", RainfallPeriod.TwentyFourHours).Source.RefreshFailed));
    }

    [Fact]
    public async Task A_feed_that_always_ends_inside_a_line_is_accepted_when_three_downloads_agree_and_from_then_on()
    {
        string feed = Rows(40).TrimEnd();
        RainfallReport report = await Client(feed).GetRainfallAsync(RainfallScope.CsvFeeds);
        List<bool> failed = [report.Feeds[0].Failure is not null];
        for (int attempt = 2; attempt <= 5; attempt++)
        {
            report = await RefreshAsync(report, feed);
            failed.Add(report.Feeds[0].Failure is not null);
        }

        Assert.Equal([true, true, false, false, false], failed);
        Assert.Equal((2.81m, MissingReason.Unreadable), (report.Total("3018", RainfallPeriod.TwentyFourHours).Inches, report.Total("2001", RainfallPeriod.SinceMidnight).Missing));
    }

    [Theory]
    [InlineData(10, 30, 30)]
    [InlineData(30, 10, 30)]
    public async Task Of_two_first_downloads_that_are_cut_the_longer_one_is_used(int first, int second, int used)
    {
        RainfallReport report = await RefreshAsync(await Client(Rows(40, cut: first)).GetRainfallAsync(RainfallScope.CsvFeeds), Rows(40, cut: second));

        Assert.Equal((used, HydrometFailureKind.Incomplete), (report.Feeds[0].RowCount, report.Feeds[0].Failure!.Kind));
        Assert.Null((await RefreshAsync(report, Rows(40))).Feeds[0].Failure);
    }

    [Fact]
    public async Task An_older_report_never_replaces_a_newer_one()
    {
        RainfallReport newer = await Client(Rows(40)).GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallReport report = await RefreshAsync(newer, Rows(40, "06:45"));

        Assert.Equal((TestReports.Central(10, 2, 7), null), (report.Feeds[0].ReportedAt, report.Feeds[0].Failure));
        Assert.Equal(FindingKind.OlderReport, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public async Task A_report_from_the_future_does_not_stay_forever()
    {
        RainfallReport future = await Client(Rows(40, "09:00")).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(TestReports.Central(10, 2, 7), (await RefreshAsync(future, Rows(40))).Feeds[0].ReportedAt);
    }

    [Fact]
    public async Task An_all_sites_response_is_judged_alike()
    {
        SiteReport whole = await SitesAsync(null, 20);

        SiteReport cut = await SitesAsync(whole, 10);
        Assert.Equal((20, HydrometFailureKind.Incomplete), (cut.Sites.Count, cut.Feed.Failure!.Kind));
        Assert.Equal(55, (await SitesAsync(whole, 20, minute: 45)).Feed.ReportedAt!.Value.Minute);
        SiteReport third = await SitesAsync(await SitesAsync(cut, 10), 10);
        Assert.Equal((10, FindingKind.GaugesLost), (third.Sites.Count, third.Findings[0].Kind));
    }

    [Fact]
    public async Task A_reading_from_the_future_has_no_time_and_moves_no_window()
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: "one-reading-of-next-year");

        Assert.Equal(TestReports.Central(10, 2, 6, 55), report.Total("3018", RainfallPeriod.ThirtyDays).End);
        Assert.Equal(1.88m, report.Total("3018", RainfallPeriod.ThisMonth).Inches);
        Assert.Equal(MissingReason.Unreadable, report.Total("2959", RainfallPeriod.ThisMonth).Missing);
        Assert.Contains(report.Findings, finding => finding is { Kind: FindingKind.FutureObservation, Line: 2 });
    }

    [Theory]
    [InlineData("07:05", true)]
    [InlineData("07:06", false)]
    public async Task A_reading_may_be_five_minutes_ahead_of_its_report(string time, bool reporting)
    {
        RainfallReport report = await Client(Rows(40).Replace("06:55", time, StringComparison.Ordinal), TestReports.Central(10, 2, 9)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(reporting, report.Find(Gauge)!.IsReporting);
        Assert.Equal(reporting ? null : MissingReason.Unreadable, report.Find(Gauge)![RainfallPeriod.TwentyFourHours].Missing);
    }

    [Theory]
    [InlineData("lake-levels-at-its-address", "no column")]
    [InlineData("without-its-first-line", "no column")]
    [InlineData("other-amounts-by-position", "above 400 inches")]
    public async Task Another_feed_at_the_months_address_is_broken_and_not_read(string file, string message)
    {
        RainfallReport report = await TestReports.ReportAsync(monthYear: file);

        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.ThisYear).Missing);
        Assert.Contains(message, report.Feeds[2].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    private static string Rows(int count, string reported = "07:00", int? cut = null)
    {
        StringBuilder feed = new("Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: 2026-10-02 " + reported + "\r\n");
        for (int row = count; row > count - (cut ?? count); row--)
        {
            int site = row == 40 ? 1000 : row == 39 ? 3018 : 2000 + row;
            feed.Append(CultureInfo.InvariantCulture, $"{site},Place,2026-10-02 06:55,0.94,1.12,1.20,2.81,1.20\r\n");
        }

        return cut is null ? feed.ToString() : feed.ToString().TrimEnd();
    }

    private static HydrometClient Client(string rainfall, DateTimeOffset? now = null) =>
        TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, Encoding.ASCII.GetBytes(rainfall)), now ?? TestReports.Central(10, 2, 7, 17));

    private static Task<RainfallReport> RefreshAsync(RainfallReport earlier, string rainfall) => Client(rainfall).RefreshRainfallAsync(earlier);

    private static Task<SiteReport> SitesAsync(SiteReport? earlier, int count, int minute = 55)
    {
        IEnumerable<string> sites = Enumerable.Range(1, count).Select(site => string.Create(
            CultureInfo.InvariantCulture, $$"""{"siteNumber":"{{site}}","agency":"LCRA","siteName":"Place","siteType":"rain","dateTime":"2026-10-02T11:{{minute}}:00Z","rainfall1Hour":"0.00"}"""));
        HydrometClient client = TestReports.Client(new StubFeedHandler().With(HydrometFeed.AllSites, Encoding.UTF8.GetBytes($"[{string.Join(',', sites)}]")));
        return earlier is null ? client.GetSitesAsync() : client.RefreshSitesAsync(earlier);
    }
}
