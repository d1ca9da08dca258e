using System.Globalization;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>Contradictions in the embedded recording, and each rule on feeds made for it.</summary>
public class ConflictTests
{
    private static readonly DateTimeOffset Observed = TestReports.Central(10, 2, 6, 55);

    [Fact]
    public async Task A_month_that_is_behind_knows_what_contradicts_it_and_what_it_must_be()
    {
        RainfallTotal month = (await StormAsync()).Total("3018", RainfallPeriod.ThisMonth);

        Assert.Equal((1.88m, 2.82m), (month.Inches, month.LowerBoundInches));
        Assert.Equal(
            [
                ("contains:24_hour", RainfallPeriod.TwentyFourHours, 2.81m, TestReports.Central(10, 1, 6, 55), Observed, HydrometFeed.Rainfall),
                ("tiles:1_day_ago+since_midnight", null, 2.82m, TestReports.Central(10, 1), Observed, null),
            ],
            month.Conflicts.Select(conflict => (conflict.ToString(), conflict.Period, conflict.Inches, conflict.Start, conflict.End, conflict.Feed)));
    }

    [Fact]
    public async Task The_other_total_lists_the_conflict_too_and_has_no_lower_bound()
    {
        RainfallTotal day = (await StormAsync()).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Null(day.LowerBoundInches);
        Assert.Contains(day.Conflicts, conflict =>
            conflict is { Rule: RainfallConflictRule.Contains, Inches: 1.88m } && conflict.Period == RainfallPeriod.ThisMonth && conflict.End == Observed);
    }

    [Fact]
    public async Task Each_part_of_a_tiling_lists_it_with_the_total_that_it_makes_up()
    {
        RainfallTotal yesterday = (await StormAsync()).Total("3018", RainfallPeriod.OneDayAgo);

        RainfallConflict tiling = Assert.Single(yesterday.Conflicts, conflict => conflict.Rule == RainfallConflictRule.Tiles);
        Assert.Equal((RainfallPeriod.ThisMonth, 1.88m), (tiling.Period, tiling.Inches));
        Assert.Equal([RainfallPeriod.OneDayAgo, RainfallPeriod.SinceMidnight], tiling.Parts);
    }

    [Fact]
    public async Task In_the_recording_27_gauges_have_more_rain_in_24_hours_than_in_the_month_around_them()
    {
        string[] agencies = [.. (await StormAsync()).Gauges
            .Where(gauge => gauge[RainfallPeriod.ThisMonth].Conflicts.Any(conflict => conflict.Period == RainfallPeriod.TwentyFourHours))
            .Select(gauge => gauge.Site.Id.Agency)];

        Assert.Equal((20, 7), (agencies.Count(agency => agency == "LCRA"), agencies.Count(agency => agency == "COA")));
        Assert.Equal(27, agencies.Length);
    }

    [Fact]
    public async Task Gauges_without_contradictions_are_searched_without_an_allocation()
    {
        RainfallReport report = await StormAsync();
        RainfallGauge[] consistent = [.. report.Gauges.Where(gauge => gauge.Totals.All(total => total.Conflicts.Count == 0))];

        SearchedBytes();
        Assert.Equal(0, SearchedBytes());
        Assert.True(consistent.Length > 200);

        long SearchedBytes()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (RainfallGauge gauge in consistent)
            {
                GaugeConflicts.Find(gauge.Site, report.FeedSet, gauge.Rows, gauge.Reading);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public async Task What_contradicts_what_in_the_recording()
    {
        RainfallReport report = await StormAsync();
        string[] lines = [.. report.Gauges
            .SelectMany(gauge => gauge.Totals)
            .Where(total => total.LowerBoundInches is not null || total.Conflicts.Any(conflict => conflict.Rule == RainfallConflictRule.Tiles && conflict.Period is null))
            .SelectMany(total => total.Conflicts.Select(conflict => $"{total.Period}: {conflict}"))
            .GroupBy(line => line, (line, all) => string.Create(CultureInfo.InvariantCulture, $"{line}: {all.Count()}"))
            .Order(StringComparer.Ordinal)];

        Snapshot.Match(string.Join('\n', lines));
    }

    [Fact]
    public async Task Feeds_without_contradictions_have_no_conflict_and_share_one_empty_list()
    {
        RainfallGauge gauge = (await TestReports.ReportAsync(monthYear: "no-contradiction")).Find(SiteId.Parse("3018"))!;

        Assert.All(gauge.Totals, total => Assert.Same(gauge[RainfallPeriod.OneHour].Conflicts, total.Conflicts));
        Assert.All(gauge.Totals, total => Assert.True(total.Conflicts.Count == 0 && total.LowerBoundInches is null));
    }

    internal static async Task<RainfallReport> StormAsync()
    {
        HydrometClient client = new(
            new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), new HydrometClientOptions(), new ReplayClock(TestReports.Central(10, 2, 7)));
        return (await client.GetRainfallAsync(RainfallScope.CsvFeeds)).Join(await client.GetSitesAsync());
    }
}
