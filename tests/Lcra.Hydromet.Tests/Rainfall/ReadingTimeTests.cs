using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

public abstract class ReadingTimeTests(string culture) : FeedTests(culture)
{
    [Theory]
    [InlineData("blank-reading-time", MissingReason.Blank)]
    [InlineData("unreadable-reading-time", MissingReason.Unreadable)]
    public async Task An_amount_without_a_reading_time_has_no_window_and_is_not_shown(string anomaly, MissingReason reason)
    {
        RainfallTotal total = (await TestReports.ReportAsync(anomaly)).Total("3018", RainfallPeriod.TwentyFourHours);

        Assert.Equal((null, reason), (total.Inches, total.Missing));
        Assert.Equal((null, null, null), (total.Start, total.End, total.ObservedAt));
    }

    [Fact]
    public async Task Since_midnight_of_another_day_is_stale_and_keeps_that_days_window()
    {
        RainfallTotal total = (await TestReports.ReportAsync("read-the-day-before")).Total("3018", RainfallPeriod.SinceMidnight);

        Assert.Equal((null, MissingReason.Stale), (total.Inches, total.Missing));
        Assert.Equal((TestReports.Central(10, 1), TestReports.Central(10, 1, 23, 55)), (total.Start, total.End));
    }

    [Fact]
    public async Task A_rolling_total_of_an_old_reading_stands_with_its_old_window()
    {
        RainfallTotal total = (await TestReports.ReportAsync("read-the-day-before")).Total("3018", RainfallPeriod.OneHour);

        Assert.Equal((0.94m, TestReports.Central(10, 1, 23, 55)), (total.Inches, total.End));
    }

    [Fact]
    public async Task A_reading_at_midnight_has_measured_nothing_since_then()
    {
        RainfallTotal total = (await TestReports.ReportAsync("just-after-midnight", now: TestReports.Central(10, 3, 0, 5))).Total("3018", RainfallPeriod.SinceMidnight);

        Assert.Equal((null, MissingReason.Stale), (total.Inches, total.Missing));
        Assert.Equal((TestReports.Central(10, 3), TestReports.Central(10, 3)), (total.Start, total.End));
    }

    [Theory]
    [InlineData("clocks-back-first-pass", "2026-11-01T06:48Z", 1, 15, -5)]
    [InlineData("clocks-back-second-pass", "2026-11-01T07:48Z", 1, 30, -6)]
    [InlineData("clocks-back-after", "2026-11-01T08:18Z", 1, 55, -6)]
    [InlineData("clocks-back-read-hours-ago", "2026-11-01T12:03Z", 1, 30, -5)]
    [InlineData("clocks-forward", "2026-03-08T08:33Z", 3, 30, -5)]
    [InlineData("clocks-forward-after", "2026-03-08T08:18Z", 3, 10, -5)]
    public async Task A_doubled_hour_is_reported_by_the_report_and_a_skipped_one_moves_forward(string anomaly, string now, int hour, int minute, int offset)
    {
        DateTimeOffset fetched = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        RainfallTotal total = (await TestReports.ReportAsync(anomaly, now: fetched)).Total("3018", RainfallPeriod.OneHour);

        Assert.Equal((new TimeSpan(hour, minute, 0), TimeSpan.FromHours(offset)), (total.End!.Value.TimeOfDay, total.End.Value.Offset));
        Assert.Equal(TimeSpan.FromHours(1), total.End - total.Start);
    }

    public sealed class WithAPoint() : ReadingTimeTests(Point);

    public sealed class WithAComma() : ReadingTimeTests(Comma);
}
