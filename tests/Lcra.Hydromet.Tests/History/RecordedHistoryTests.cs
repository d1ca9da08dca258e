using System.Globalization;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Rainfall;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

/// <summary>The embedded recording's history, asked for through the client.</summary>
public abstract class RecordedHistoryTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("2959", "1997-05-01", "1997-05-31", 30, "11.52")]
    [InlineData("2959", "2001-11-01", "2001-11-30", 30, "9.58")]
    [InlineData("2959", "2007-06-15", "2007-07-10", 26, "10.96")]
    [InlineData("2959", "2026-07-01", "2026-10-02", 94, "5.27")]
    [InlineData("2959", "2026-09-01", "2026-09-30", 30, "1.2")]
    [InlineData("2959", "1996-10-01", "2026-10-02", 10_678, "812.01")]
    [InlineData("2959", "1991-11-30", "2026-10-02", 12_421, "906.65")]
    [InlineData("3018", "2002-06-19", "2026-10-02", 8849, "712.07")]
    [InlineData("3018", "2007-01-01", "2007-12-31", 363, "54.91")]
    [InlineData("3018", "2025-01-01", "2025-12-31", 346, "25.59")]
    [InlineData("2268", "2026-09-28", "2026-10-02", 5, "7.77")]
    public async Task The_days_of_a_gauge_add_up(string site, string first, string last, int count, string inches)
    {
        List<DailyRainfall> days = await RecordedHistories.Recorded().GetDailyRainfallAsync(SiteId.Parse(site), RecordedHistories.Day(first), RecordedHistories.Day(last)).ToListAsync();

        Assert.Equal((count, decimal.Parse(inches, CultureInfo.InvariantCulture)), (days.Count, days.Sum(day => day.Inches)));
    }

    [Theory]
    [InlineData("2268", "2026-10-01", "7.41")]
    [InlineData("2959", "1997-05-15", "10.68")]
    [InlineData("2959", "2001-11-15", "6.9")]
    [InlineData("2959", "2007-06-27", "6.79")]
    [InlineData("3018", "2007-06-27", "15.82")]
    [InlineData("3018", "2026-10-02", "1.2")]
    [InlineData("2959", "2026-10-02", "0.04")]
    public async Task A_day_of_the_record_is_the_local_day_that_its_time_begins(string site, string day, string inches)
    {
        DailyRainfall total = await RecordedHistories.Recorded().GetDailyRainfallAsync(SiteId.Parse(site), RecordedHistories.Day(day), RecordedHistories.Day(day)).SingleAsync();

        Assert.Equal((RecordedHistories.Day(day), decimal.Parse(inches, CultureInfo.InvariantCulture)), (total.Day, total.Inches));
    }

    [Fact]
    public async Task A_day_that_was_never_recorded_is_absent() =>
        Assert.Empty(await RecordedHistories.Recorded().GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(1997, 5, 10), RecordedHistories.Day(1997, 5, 10)).ToListAsync());

    [Fact]
    public async Task The_day_of_the_recording_is_the_only_one_that_still_runs()
    {
        List<DailyRainfall> days = await RecordedHistories.Recorded().GetDailyRainfallAsync(SiteId.Parse("2268"), RecordedHistories.Day(2026, 7, 1), RecordedHistories.Day(2026, 10, 31)).ToListAsync();

        Assert.Equal(RecordedHistories.Day(2026, 10, 2), days.Single(day => day.IsPartial).Day);
    }

    [Fact]
    public async Task Austins_creek_has_the_stage_of_an_evening()
    {
        List<HistoryRecord> records = await RecordedHistories.Recorded()
            .GetHistoryAsync(SiteId.Parse("COA:950"), HistoryParameter.Flow, RecordedHistories.Day(2026, 10, 1), RecordedHistories.Day(2026, 10, 2)).ToListAsync();

        Assert.Equal(
            [
                new HistoryRecord { ObservedAt = TestReports.Central(10, 1, 19, 45).AddSeconds(14), Value1 = 1.21m },
                new HistoryRecord { ObservedAt = TestReports.Central(10, 1, 20, 0).AddSeconds(16), Value1 = 1.19m },
                new HistoryRecord { ObservedAt = TestReports.Central(10, 1, 20, 15).AddSeconds(17), Value1 = 1.16m },
            ],
            records);
    }

    [Theory]
    [InlineData("3018")]
    [InlineData("COA:3650")]
    public async Task A_gauge_that_was_not_recorded_has_no_counts(string site) =>
        Assert.Empty(await RecordedHistories.Recorded().GetAccumulatedRainfallAsync(SiteId.Parse(site), RecordedHistories.Day(2026, 1, 1), RecordedHistories.Day(2026, 10, 2)).ToListAsync());

    [Fact]
    public async Task What_came_after_the_recordings_moment_is_withheld()
    {
        HydrometRecording earlier = new("three days before", TestReports.Central(9, 29, 7), HydrometRecording.StormOfOctober2026().Responses);

        List<DailyRainfall> days = await RecordedHistories.Recorded(earlier).GetDailyRainfallAsync(RecordedHistories.Gauge, RecordedHistories.Day(2026, 9, 25), RecordedHistories.Day(2026, 10, 2)).ToListAsync();

        Assert.Equal(RecordedHistories.Day(2026, 9, 29), days[^1].Day);
    }

    public sealed class WithAPoint() : RecordedHistoryTests(Point);

    public sealed class WithAComma() : RecordedHistoryTests(Comma);
}
