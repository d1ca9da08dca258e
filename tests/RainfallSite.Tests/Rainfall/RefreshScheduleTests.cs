using System.Globalization;
using RainfallSite.Rainfall;

namespace RainfallSite.Tests.Rainfall;

public class RefreshScheduleTests
{
    [Theory]
    [InlineData("2026-10-02T12:00:00Z", "00:03:00")]
    [InlineData("2026-10-02T12:03:00Z", "00:15:00")]
    [InlineData("2026-10-02T12:17:59Z", "00:00:01")]
    [InlineData("2026-10-02T12:50:00Z", "00:13:00")]
    public void Lcra_is_asked_three_minutes_into_each_quarter_of_an_hour(string now, string delay) =>
        Assert.Equal(TimeSpan.Parse(delay, CultureInfo.InvariantCulture), new RefreshSchedule(null).DelayAfter(At(now), failed: false));

    [Theory]
    [InlineData("2026-10-02T12:05:00Z", "00:01:00")]
    [InlineData("2026-10-02T12:17:59Z", "00:00:01")]
    public void After_a_failure_it_is_asked_within_a_minute(string now, string delay) =>
        Assert.Equal(TimeSpan.Parse(delay, CultureInfo.InvariantCulture), new RefreshSchedule(null).DelayAfter(At(now), failed: true));

    [Fact]
    public void A_fixed_interval_overrides_the_schedule() =>
        Assert.Equal(TimeSpan.FromSeconds(2), new RefreshSchedule(TimeSpan.FromSeconds(2)).DelayAfter(At("2026-10-02T12:05:00Z"), failed: true));

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
