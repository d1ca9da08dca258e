using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public class RefreshScheduleTests
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(0, "07:17:00")]
    [InlineData(0.5, "07:17:30")]
    [InlineData(1, "07:18:00")]
    public void After_07_02_the_next_refresh_is_at_07_16_and_the_jitter(double phase, string next) =>
        Assert.Equal(next, Local(new RefreshSchedule(new HydrometCacheOptions(), phase).Next(TestReports.Morning, failures: 0, retryAfter: null)));

    [Theory]
    [InlineData(7, 0, "07:01:00")]
    [InlineData(7, 1, "07:16:00")]
    [InlineData(7, 15, "07:16:00")]
    [InlineData(7, 16, "07:31:00")]
    [InlineData(7, 59, "08:01:00")]
    public void Files_are_due_a_minute_past_each_quarter_of_an_hour(int hour, int minute, string next) =>
        Assert.Equal(next, Local(Exact().Next(TestReports.Central(10, 2, hour, minute), failures: 0, retryAfter: null)));

    [Fact]
    public void What_came_before_the_files_can_be_there_is_asked_for_again_in_the_same_cycle() =>
        Assert.Equal("07:02:30", Local(new RefreshSchedule(new HydrometCacheOptions(), 0.5).Next(TestReports.Morning.AddSeconds(-1), failures: 0, retryAfter: null)));

    [Theory]
    [InlineData(1, "07:03:00")]
    [InlineData(2, "07:04:00")]
    [InlineData(3, "07:06:00")]
    [InlineData(4, "07:10:00")]
    [InlineData(500, "07:10:00")]
    public void After_failures_it_is_sooner_and_less_soon_each_time(int failures, string next) =>
        Assert.Equal(next, Local(Exact().Next(TestReports.Morning, failures, retryAfter: null)));

    [Fact]
    public void After_a_failure_it_is_never_later_than_the_next_files() =>
        Assert.Equal("07:16:00", Local(Exact().Next(TestReports.Central(10, 2, 7, 14), failures: 4, retryAfter: null)));

    [Theory]
    [InlineData(5, "07:07:00")]
    [InlineData(120, "07:17:00")]
    public void What_lcra_asks_to_wait_is_waited_but_not_longer_than_a_cycle(int minutes, string next) =>
        Assert.Equal(next, Local(Exact().Next(TestReports.Morning, failures: 1, TimeSpan.FromMinutes(minutes))));

    [Theory]
    [InlineData("2026-03-08T07:31:00Z", "2026-03-08 04:01 -05:00")]
    [InlineData("2026-11-01T05:31:00Z", "2026-11-01 01:01 -06:00")]
    public void The_change_of_clocks_neither_skips_nor_doubles_a_refresh(string from, string sixLater)
    {
        DateTimeOffset start = DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        List<DateTimeOffset> times = [start];
        for (int i = 0; i < 6; i++)
        {
            times.Add(Exact().Next(times[^1], failures: 0, retryAfter: null));
        }

        Assert.All(times.Zip(times.Skip(1), (one, other) => other - one), gap => Assert.Equal(Cycle, gap));
        Assert.Equal(sixLater, CentralTime.At(times[^1]).ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_fixed_interval_overrides_the_schedule() =>
        Assert.Equal(
            TestReports.Morning.AddSeconds(2),
            new RefreshSchedule(new HydrometCacheOptions { RefreshInterval = TimeSpan.FromSeconds(2) }, 0).Next(TestReports.Morning, failures: 3, retryAfter: null));

    private static RefreshSchedule Exact() => new(new HydrometCacheOptions { RefreshJitter = TimeSpan.Zero }, phase: 0.5);

    private static string Local(DateTimeOffset instant) => CentralTime.At(instant).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
