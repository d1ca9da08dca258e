using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Feeds;

/// <summary>The recorded feeds, one of them cut at any byte, replaced by another feed, or older: no amount changes and no gauge is lost silently.</summary>
public class GeneratedAcceptanceTests
{
    private static readonly int Reports = SeededRuns.Setting("HYDROMET_DOWNLOADS", 120);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 50_000);
    private static readonly HydrometFeed[] Csv = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall];
    private static readonly Dictionary<string, byte[]> Recorded = HydrometRecording.StormOfOctober2026().Responses
        .Where(answer => !answer.Path.Contains("GetDataBySite", StringComparison.Ordinal))
        .ToDictionary(answer => answer.Path, answer => answer.Body.ToArray());

    [Fact]
    public async Task A_download_that_is_cut_foreign_or_older_changes_no_amount()
    {
        RainfallReport whole = await Client([]).GetRainfallAsync(RainfallScope.CsvFeeds);
        SeededRuns.ForEach(FirstSeed, Reports, seed =>
        {
            RandomSource random = new(seed);
            HydrometFeed feed = random.Pick(Csv);
            (byte[] body, bool isAccepted) = random.Next(4) switch
            {
                0 => (Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Recorded[feed.Path]).Replace("2026-10-02 07:00", "2026-10-02 06:45", StringComparison.Ordinal)), true),
                1 => (Recorded[random.Pick([.. Recorded.Keys.Where(path => path != feed.Path)])], false),
                _ => Cut(feed, random),
            };
            HydrometClient client = Client(new() { [feed.Path] = body });

            Check(whole, client.RefreshRainfallAsync(whole).GetAwaiter().GetResult(), feed, isAccepted, mayLose: isAccepted);

            // Without an earlier download nothing shows which gauges a feed lacks that ends with a line.
            Check(whole, client.GetRainfallAsync(RainfallScope.CsvFeeds).GetAwaiter().GetResult(), feed, isAccepted || body is [.., (byte)'\n'] or [.., (byte)'\r'], mayLose: true);
        });
    }

    private static void Check(RainfallReport whole, RainfallReport report, HydrometFeed feed, bool isAccepted, bool mayLose)
    {
        FeedStatus status = report.Feeds.Single(known => known.Feed == feed);
        Assert.True(isAccepted || status.Failure is not null, $"{feed} says nothing of a download that is not whole");
        foreach (RainfallGauge gauge in whole.Gauges)
        {
            RainfallGauge? now = report.Find(gauge.Site.Id);
            foreach (RainfallTotal total in gauge.Totals.Where(total => total.Period.Feed == feed))
            {
                RainfallTotal? other = now?[total.Period];
                bool isSame = other?.Inches == total.Inches;
                Assert.True(isSame || (mayLose && other?.Inches is null), $"{total} became {other}");
                Assert.True(isSame || isAccepted || other is null || other.Source.RefreshFailed || other.Missing == MissingReason.FeedUnavailable, $"{other} does not say that its feed is not whole");
            }
        }
    }

    // At the end of a line nothing shows that a feed goes on, but for the gauges that it has lost.
    private static (byte[] Body, bool IsAccepted) Cut(HydrometFeed feed, RandomSource random)
    {
        byte[] whole = Recorded[feed.Path];
        byte[] cut = whole[..random.Next(whole.Length)];
        int lost = whole.Count(letter => letter == '\n') - cut.Count(letter => letter == '\n');
        return (cut, cut is [.., (byte)'\n' or (byte)'\r'] && lost * 10 <= whole.Count(letter => letter == '\n') - 1);
    }

    private static HydrometClient Client(Dictionary<string, byte[]> bodies)
    {
        StubFeedHandler feeds = new();
        Array.ForEach(Csv, feed => feeds.With(feed, bodies.GetValueOrDefault(feed.Path) ?? Recorded[feed.Path]));
        return TestReports.Client(feeds);
    }
}
