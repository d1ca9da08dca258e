using System.Globalization;
using RainfallSite.Sites;

namespace RainfallSite.Tests.Sites;

public sealed class CentralClockTests
{
    [Theory]
    [InlineData("2026-10-02T18:00", "2026-10-02T18:00:00-05:00", nameof(LocalTimeProblem.None))]
    [InlineData("2026-12-24T18:00", "2026-12-24T18:00:00-06:00", nameof(LocalTimeProblem.None))]
    [InlineData("2026-10-02T24:00", "2026-10-03T00:00:00-05:00", nameof(LocalTimeProblem.None))]
    [InlineData("2026-12-31T24:00:00", "2027-01-01T00:00:00-06:00", nameof(LocalTimeProblem.None))]
    [InlineData("2026-03-08T02:30", "2026-03-08T03:30:00-05:00", nameof(LocalTimeProblem.Skipped))]
    [InlineData("2026-11-01T01:30", "2026-11-01T01:30:00-05:00", nameof(LocalTimeProblem.Doubled))]
    public void A_local_time_is_resolved_to_an_instant_and_a_clock_change_is_reported(string text, string instant, string anomaly)
    {
        LocalTime time = CentralClock.Read(text, later: false)!;

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), time.At);
        Assert.Equal(TimeSpan.FromHours(int.Parse(instant[^6..^3], CultureInfo.InvariantCulture)), time.At.Offset);
        Assert.Equal(anomaly, time.Problem.ToString());
    }

    [Fact]
    public void The_end_of_a_window_takes_the_later_of_a_doubled_hour() =>
        Assert.Equal(TimeSpan.FromHours(-6), CentralClock.Read("2026-11-01T01:30", later: true)!.At.Offset);

    [Theory]
    [InlineData("")]
    [InlineData("Friday 6 pm")]
    [InlineData("2026-02-30T10:00")]
    [InlineData("2026-10-02T24:01")]
    [InlineData("2026-10-02T24:00:01")]
    [InlineData("0001-01-01T00:00")]
    public void What_is_not_a_time_is_none(string text) => Assert.Null(CentralClock.Read(text, later: false));
}
