using System.Net;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Doctor;

public class DoctorTests
{
    [Fact]
    public async Task The_recording_is_as_expected_but_for_what_was_not_kept()
    {
        HydrometClient client = new(
            new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), new HydrometClientOptions(), new ReplayClock(TestReports.Central(10, 2, 7)));

        Snapshot.Match((await HydrometDoctor.CheckAsync(client)).ToString());
    }

    [Fact]
    public async Task A_moved_header_is_a_change_that_names_it()
    {
        DoctorReport report = await HydrometDoctor.CheckAsync(TestReports.Client(Feeds("extra-column")));

        Assert.False(report.IsHealthy);
        FeedCheck check = report.Checks[0];
        Assert.Equal(FeedVerdict.Changed, check.Verdict);
        Assert.Contains(check.Notes, note => note.Contains("'12 Hour'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_column_is_broken_and_shows_the_header_that_came()
    {
        FeedCheck check = (await HydrometDoctor.CheckAsync(TestReports.Client(Feeds("no-24-hour-column")))).Checks[0];

        Assert.Equal(FeedVerdict.Broken, check.Verdict);
        Assert.Contains("no column '24 Hour'", check.Notes[0], StringComparison.Ordinal);
        Assert.Contains("Site,Location,Date Time", check.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_everything_is_down_every_feed_is_broken_and_nothing_is_thrown()
    {
        StubFeedHandler feeds = new();
        foreach (HydrometFeed feed in new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.LakeLevels, HydrometFeed.AllSites, HydrometFeed.History })
        {
            feeds.With(feed, HttpStatusCode.BadGateway);
        }

        DoctorReport report = await HydrometDoctor.CheckAsync(TestReports.Client(feeds));

        Assert.Equal(6, report.Checks.Count);
        Assert.All(report.Checks, check => Assert.Equal(FeedVerdict.Broken, check.Verdict));
    }

    [Fact]
    public async Task An_empty_history_is_a_change_and_no_proof_of_dry_days() =>
        Assert.Equal(FeedVerdict.Changed, (await HydrometDoctor.CheckAsync(TestReports.Client(Feeds("plain")))).Checks[^1].Verdict);

    private static StubFeedHandler Feeds(string recent) => TestReports.Feeds(recent).With(HydrometFeed.LakeLevels, "plain").With(HydrometFeed.AllSites, "plain").With(HydrometFeed.History, """{ "records": [] }"""u8.ToArray());
}
