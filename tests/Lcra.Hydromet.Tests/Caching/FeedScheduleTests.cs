using System.Globalization;
using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public class FeedScheduleTests
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Seven = TestReports.Central(10, 2, 7);

    [Theory]
    [InlineData(0, "07:17:00")]
    [InlineData(0.5, "07:17:30")]
    [InlineData(1, "07:18:00")]
    public void After_a_current_report_the_next_request_is_at_07_16_and_the_jitter(double phase, string next) =>
        Assert.Equal(next, Local(Requested(ReportSchedule.Of(new HydrometCacheOptions(), phase), Seven.AddMinutes(3), Seven).Next));

    [Theory]
    [InlineData(1, "07:16:00")]
    [InlineData(15.9, "07:16:00")]
    [InlineData(16, "07:17:00")]
    public void Files_are_due_a_minute_past_each_quarter_of_an_hour(double minutes, string next) =>
        Assert.Equal(next, Local(Requested(Exact(), Seven.AddMinutes(minutes), Seven).Next));

    [Theory]
    [InlineData(0, "07:17:30")]
    [InlineData(-15, "07:02:30")]
    public void A_report_that_is_there_before_its_first_request_is_due_is_not_requested_again_then(int minutes, string next) =>
        Assert.Equal(next, Local(Requested(ReportSchedule.Of(new HydrometCacheOptions(), phase: 0.5), Seven.AddMinutes(1.5), Seven.AddMinutes(minutes)).Next));

    [Fact]
    public void A_report_that_is_still_old_is_requested_again_after_1_2_and_4_minutes()
    {
        FeedSchedule schedule = Requested(Exact(), Seven.AddMinutes(1), Seven);
        List<string> times = [];
        for (int i = 0; i < 6; i++)
        {
            times.Add(Local(schedule.Next));
            Requested(schedule, schedule.Next, Seven);
        }

        Assert.Equal(["07:16:00", "07:17:00", "07:19:00", "07:23:00", "07:27:00", "07:31:00"], times);
        Assert.Equal("07:46:00", Local(schedule.Next));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(3.17)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7.5)]
    [InlineData(8)]
    public void At_a_steady_lag_a_report_is_seen_within_two_minutes_from_the_second_cycle_on(double lag)
    {
        (List<TimeSpan> lateness, List<DateTimeOffset> requests) = Simulate(Enumerable.Repeat(lag, 12));

        Assert.All(lateness.Skip(1), late => Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromMinutes(2)));
        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Theory]
    [InlineData(9.9)]
    [InlineData(10.5)]
    [InlineData(13)]
    [InlineData(14.9)]
    public void At_a_lag_of_more_than_eight_minutes_so_it_is_from_the_second_hour_on(double lag)
    {
        (List<TimeSpan> lateness, List<DateTimeOffset> requests) = Simulate(Enumerable.Repeat(lag, 24));

        Assert.All(lateness.Skip(5), late => Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromMinutes(2)));
        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Fact]
    public void A_lag_that_becomes_shorter_is_followed()
    {
        (List<TimeSpan> lateness, List<DateTimeOffset> requests) = Simulate([.. Enumerable.Repeat(9.0, 6), .. Enumerable.Repeat(3.0, 12)]);

        Assert.InRange(lateness[^1], TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(20)]
    public void A_lag_that_was_longer_than_a_cycle_becomes_shorter_too(double longer)
    {
        (List<TimeSpan> lateness, List<DateTimeOffset> requests) = Simulate([.. Enumerable.Repeat(longer, 12), .. Enumerable.Repeat(5.0, 24)]);

        Assert.InRange(lateness[^1], TimeSpan.Zero, TimeSpan.FromMinutes(2));
        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Fact]
    public void A_lag_that_jumps_about_costs_fewer_than_ten_requests_an_hour()
    {
        // Lags from 1 to 14.5 minutes, each far from the one before.
        (_, List<DateTimeOffset> requests) = Simulate(Enumerable.Range(0, 96).Select(i => 1 + (i * 77 % 136 / 10.0)));

        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Theory]
    [InlineData(1, "07:03:00")]
    [InlineData(2, "07:05:00")]
    [InlineData(3, "07:09:00")]
    [InlineData(4, "07:16:00")]
    public void After_failures_it_is_sooner_and_less_soon_each_time(int failures, string next)
    {
        FeedSchedule schedule = Exact();
        DateTimeOffset now = Seven.AddMinutes(2);
        for (int i = 0; i < failures; i++)
        {
            schedule.Begin(now, force: true);
            schedule.Fail(retryAfter: null, now);
            now = schedule.Next;
        }

        Assert.Equal(next, Local(schedule.Next));
    }

    [Fact]
    public void A_feed_that_is_incomplete_for_hours_is_requested_fewer_than_ten_times_an_hour()
    {
        FeedSchedule schedule = Exact();
        List<DateTimeOffset> requests = [];
        for (DateTimeOffset now = Seven; now < Seven.AddHours(4); now = schedule.Next)
        {
            schedule.Begin(now);
            schedule.End(new FeedStatus { Feed = HydrometFeed.Rainfall, Failure = new HydrometException("It has lost gauges.") { Kind = HydrometFailureKind.Incomplete } }, now);
            requests.Add(now);
        }

        Assert.InRange(MostInAnHour(requests), 4, 9);
    }

    [Theory]
    [InlineData(5, "07:07:00")]
    [InlineData(120, "07:17:00")]
    public void What_lcra_asks_to_wait_is_waited_but_not_longer_than_a_cycle(int minutes, string next)
    {
        FeedSchedule schedule = Exact();
        schedule.Begin(Seven.AddMinutes(2));
        schedule.Fail(TimeSpan.FromMinutes(minutes), Seven.AddMinutes(2));

        Assert.Equal(next, Local(schedule.Next));
    }

    [Theory]
    [InlineData("2026-03-08T07:31:00Z", "2026-03-08 04:01 -05:00")]
    [InlineData("2026-11-01T05:31:00Z", "2026-11-01 01:01 -06:00")]
    public void The_change_of_clocks_neither_skips_nor_doubles_a_refresh(string from, string sixLater)
    {
        FeedSchedule schedule = Exact();
        List<DateTimeOffset> times = [DateTimeOffset.Parse(from, CultureInfo.InvariantCulture)];
        for (int i = 0; i < 6; i++)
        {
            times.Add(Requested(schedule, times[^1], times[^1].AddMinutes(-1)).Next);
        }

        Assert.All(times.Zip(times.Skip(1), (one, other) => other - one), gap => Assert.Equal(Cycle, gap));
        Assert.Equal(sixLater, CentralTime.At(times[^1]).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void After_hours_without_a_new_report_the_next_one_is_followed_in_its_cycle(int hours)
    {
        FeedSchedule schedule = Requested(Exact(), Seven.AddMinutes(1), Seven);
        while (schedule.Next < Seven.AddHours(hours))
        {
            Requested(schedule, schedule.Next, Seven);
        }

        Requested(schedule, schedule.Next, Seven.AddHours(hours));

        Assert.InRange(schedule.Next, Seven.AddHours(hours), Seven.AddHours(hours) + Cycle + TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(24)]
    [InlineData(24 * 365)]
    public void A_report_of_the_future_does_not_move_the_requests_there(int hours)
    {
        FeedSchedule schedule = Requested(Exact(), Seven.AddMinutes(1), Seven);

        DateTimeOffset wrong = Requested(schedule, schedule.Next, Seven.AddHours(hours)).Next;
        DateTimeOffset corrected = Requested(schedule, wrong, Seven + (2 * Cycle)).Next;
        DateTimeOffset followed = Requested(schedule, corrected, Seven + (3 * Cycle)).Next;

        Assert.Equal([Seven.AddMinutes(31), Seven.AddMinutes(46), Seven.AddMinutes(61)], new[] { wrong, corrected, followed });
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(24 * 60)]
    public void After_the_clock_is_set_back_a_feed_is_due_and_its_next_request_is_in_the_cycle(int minutes)
    {
        FeedSchedule schedule = Requested(Exact(), Seven.AddMinutes(1), Seven);
        for (int i = 0; i < 12; i++)
        {
            Requested(schedule, schedule.Next, schedule.Next.AddMinutes(-1));
        }

        DateTimeOffset now = schedule.Next.AddMinutes(-minutes);
        bool isDue = schedule.Begin(now);
        Requested(schedule, now, now.AddMinutes(-1));

        Assert.True(isDue);
        Assert.InRange(schedule.Next, now.AddMinutes(1), now + (2 * Cycle));
    }

    [Fact]
    public void A_fixed_interval_overrides_the_schedule() =>
        Assert.Equal(
            Seven.AddSeconds(2),
            Requested(ReportSchedule.Of(new HydrometCacheOptions { RefreshInterval = TimeSpan.FromSeconds(2) }, 0), Seven, Seven.AddHours(-1)).Next);

    // Each quarter's report is published at its lag; the schedule's requests are made on time.
    private static (List<TimeSpan> Lateness, List<DateTimeOffset> Requests) Simulate(IEnumerable<double> lags)
    {
        (DateTimeOffset Stamp, DateTimeOffset At)[] published = [.. lags.Select((lag, i) => (Seven + (i * Cycle), Seven + (i * Cycle) + TimeSpan.FromMinutes(lag)))];
        FeedSchedule schedule = Requested(Exact(), Seven, Seven - Cycle);
        Dictionary<DateTimeOffset, DateTimeOffset> seen = [];
        List<DateTimeOffset> requests = [];
        while (!seen.ContainsKey(published[^1].Stamp))
        {
            DateTimeOffset now = schedule.Next;
            DateTimeOffset stamp = published.Where(report => report.At <= now).Select(report => report.Stamp).DefaultIfEmpty(Seven - Cycle).Max();
            seen.TryAdd(stamp, now);
            requests.Add(now);
            Requested(schedule, now, stamp);
        }

        return ([.. published.Select(report => seen.First(at => at.Key >= report.Stamp).Value - report.At)], requests);
    }

    private static int MostInAnHour(List<DateTimeOffset> requests) =>
        requests.Max(start => requests.Count(request => request >= start && request < start.AddHours(1)));

    private static FeedSchedule Requested(FeedSchedule schedule, DateTimeOffset now, DateTimeOffset stamp)
    {
        schedule.Begin(now, force: true);
        schedule.End(new FeedStatus { Feed = HydrometFeed.Rainfall, ReportedAt = stamp, FetchedAt = now }, now);
        return schedule;
    }

    private static FeedSchedule Exact() => ReportSchedule.Of(new HydrometCacheOptions { RefreshJitter = TimeSpan.Zero }, phase: 0.5);

    private static string Local(DateTimeOffset instant) => CentralTime.At(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
