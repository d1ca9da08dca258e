using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Time;

/// <summary>Each reader takes 24:00 for the next midnight, on every runtime.</summary>
public class EndOfDayTests
{
    private static readonly DateTimeOffset Midnight = TestReports.Central(10, 2);

    [Fact]
    public async Task An_observation_in_a_csv_feed()
    {
        RainfallReport report = await ReportAsync(HydrometFeed.Rainfall, "3018,Hamilton Creek near Marble Falls,2026-10-02 06:55", "3018,Hamilton Creek near Marble Falls,2026-10-01 24:00");

        Assert.Equal((Midnight, 2.81m), (report.Total("3018", RainfallPeriod.TwentyFourHours).End, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches));
        Assert.Equal(MissingReason.Stale, report.Total("3018", RainfallPeriod.SinceMidnight).Missing);
    }

    [Fact]
    public async Task The_report_time_of_a_csv_feed() =>
        Assert.Equal(Midnight, (await ReportAsync(HydrometFeed.MonthYearRainfall, "Report Date: 2026-10-02 07:00", "Report Date: 2026-10-01 24:00"))
            .Feeds.Single(feed => feed.Feed == HydrometFeed.MonthYearRainfall).ReportedAt);

    [Theory]
    [InlineData("2026-10-01T24:00:00-05:00", 2, 0)]
    [InlineData("2026-10-01T24:00:00Z", 1, 19)]
    [InlineData("20261001T24-0500", 2, 0)]
    public async Task An_observation_in_the_all_sites_response(string stamp, int day, int hour)
    {
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.AllSites, Edited(HydrometFeed.AllSites, "2026-10-02T11:55:17Z", stamp));

        Assert.Equal(TestReports.Central(10, day, hour), (await TestReports.Client(feeds).GetSitesAsync()).Find(SiteId.Parse("3018"))!.ObservedAt);
    }

    [Fact]
    public async Task A_lake_level()
    {
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.LakeLevels, Edited(HydrometFeed.LakeLevels, "Travis,2026-08-01 20:30", "Travis,2026-07-31 24:00"));

        Assert.Equal(TestReports.Central(8, 1), (await TestReports.Client(feeds).GetLakeLevelsAsync()).Find(SiteId.Parse("3963"))!.ObservedAt);
    }

    [Fact]
    public async Task A_reading_of_a_history() =>
        Assert.Equal(
            TestReports.Central(10, 1),
            Assert.Single(await RecordedHistories.RecordsAsync(RecordedHistories.Answer(RecordedHistories.Record("2026-09-30T24:00:00-05:00")))).ObservedAt);

    [Fact]
    public async Task A_daily_total()
    {
        string body = RecordedHistories.Answer(RecordedHistories.Record("2026-09-30T24:00:00-05:00"));
        DateOnly day = RecordedHistories.Day("2026-10-01");

        Assert.Equal(day, Assert.Single(await RecordedHistories.Client(new StubHistoryHandler(_ => body)).GetDailyRainfallAsync(RecordedHistories.Gauge, day, day).ToListAsync()).Day);
    }

    [Fact]
    public async Task A_recording_that_is_moved()
    {
        RecordedResponse[] responses =
        [
            Response(HydrometFeed.Rainfall, Edited(HydrometFeed.Rainfall, "3018,Hamilton Creek near Marble Falls,2026-10-02 06:55", "3018,Hamilton Creek near Marble Falls,2026-10-01 24:00")),
            Response(HydrometFeed.AllSites, Edited(HydrometFeed.AllSites, "2026-10-02T11:55:17Z", "2026-10-01T24:00:00Z")),
        ];
        HydrometRecording moved = new HydrometRecording("24:00", TestReports.Morning, responses).At(TestReports.Morning.AddHours(1));

        using HttpClient http = new(new ReplayHandler(moved)) { BaseAddress = new HydrometClientOptions().BaseAddress };
        Assert.Contains("3018,Hamilton Creek near Marble Falls,2026-10-02 01:00", await http.GetStringAsync(new Uri(HydrometFeed.Rainfall.Path, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("2026-10-02T01:00:00Z", await http.GetStringAsync(new Uri(HydrometFeed.AllSites.Path, UriKind.Relative)), StringComparison.Ordinal);
    }

    private static Task<RainfallReport> ReportAsync(HydrometFeed feed, string before, string after) =>
        TestReports.Client(TestReports.Feeds().With(feed, Edited(feed, before, after))).GetRainfallAsync(RainfallScope.CsvFeeds);

    private static RecordedResponse Response(HydrometFeed feed, byte[] body) => new() { Path = feed.Path, Body = body };

    private static byte[] Edited(HydrometFeed feed, string before, string after)
    {
        string plain = Encoding.UTF8.GetString(FeedFile.Read(feed, "plain"));
        Assert.Contains(before, plain, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(plain.Replace(before, after, StringComparison.Ordinal));
    }
}
