using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class SeriesSearchTests
{
    [Fact]
    public void The_greatest_depth_comes_with_its_window()
    {
        SeriesTotal? most = TestSeries.Every15Minutes(1m, 1.10m, 1.50m, 2m, 2.05m, 2.05m).MaximumDepth(TimeSpan.FromMinutes(30));

        Assert.Equal((0.90m, TestSeries.At(15), TestSeries.At(45)), (most!.Inches, most.Start, most.End));
    }

    [Fact]
    public void Of_two_equal_depths_the_first_is_reported() =>
        Assert.Equal(TestSeries.At(0), TestSeries.Every15Minutes(1m, 1.50m, 1.50m, 2m).MaximumDepth(TimeSpan.FromMinutes(15))!.Start);

    [Fact]
    public void Rain_over_a_gap_longer_than_the_duration_is_not_rain_within_it() =>
        Assert.Equal(0.10m, TestSeries.Series((0, 1m), (15, 1.10m), (600, 6m), (615, 6m)).MaximumDepth(TimeSpan.FromHours(1))!.Inches);

    [Fact]
    public void An_interval_up_to_a_minute_longer_counts_and_says_its_true_length()
    {
        SeriesTotal most = TestSeries.Series((0.1, 1m), (15.15, 2.20m), (30, 2.30m)).MaximumDepth(TimeSpan.FromMinutes(15))!;

        Assert.Equal((1.20m, TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(3), null), (most.Inches, most.End - most.Start, most.LargerOmittedInches));
    }

    [Theory]
    [InlineData(15, 40)]
    [InlineData(60, 160)]
    public void Readings_that_come_a_few_seconds_late_give_the_depth_that_was_requested(int minutes, int hundredths)
    {
        (double, decimal)[] readings = [.. Enumerable.Range(0, 9).Select(reading => (reading * 15.05, 1m + (reading * 0.40m)))];

        Assert.Equal(hundredths / 100m, TestSeries.Series(readings).MaximumDepth(TimeSpan.FromMinutes(minutes))!.Inches);
    }

    [Fact]
    public void A_larger_amount_over_a_longer_interval_is_left_out_and_named() =>
        Assert.Equal(4.90m, TestSeries.Series((0, 1m), (15, 1.10m), (600, 6m), (615, 6m)).MaximumDepth(TimeSpan.FromHours(1))!.LargerOmittedInches);

    [Fact]
    public void A_series_shorter_than_the_duration_has_no_greatest_depth() =>
        Assert.Null(TestSeries.Every15Minutes(1m, 2m).MaximumDepth(TimeSpan.FromHours(1)));

    [Fact]
    public void Readings_farther_apart_than_the_duration_give_no_greatest_depth() =>
        Assert.Null(TestSeries.Every15Minutes(1m, 2m).MaximumDepth(TimeSpan.FromMinutes(5)));

    [Fact]
    public void Storms_are_reported_from_the_last_dry_reading_to_the_last_wet_one()
    {
        IReadOnlyList<RainEvent> storms = TestSeries.Every15Minutes(1m, 1m, 1.10m, 1.10m, 1.30m, 1.30m, 1.30m, 1.40m).RainEvents(TimeSpan.FromMinutes(30));

        Assert.Equal(
            [
                (TestSeries.At(15), TestSeries.At(60), 0.30m),
                (TestSeries.At(90), TestSeries.At(105), 0.10m),
            ],
            storms.Select(storm => (storm.Start, storm.End, storm.Inches)));
    }

    [Fact]
    public void A_small_storm_can_be_left_out() =>
        Assert.Equal(0.30m, Assert.Single(TestSeries.Every15Minutes(1m, 1.30m, 1.30m, 1.30m, 1.40m).RainEvents(TimeSpan.FromMinutes(30), 0.20m)).Inches);

    [Fact]
    public void A_dry_series_has_no_storm() => Assert.Empty(TestSeries.Every15Minutes(1m, 1m, 1m).RainEvents(TimeSpan.FromHours(6)));

    [Fact]
    public void The_storms_of_a_summer_at_telegraph() => Assert.Equal(
        [9.47m, 7.76m],
        RainfallSeries.FromDailyTotals(DailyRecording.TelegraphOf2026()).RainEvents(TimeSpan.FromDays(1), 1m).Select(storm => storm.Inches));

    [Fact]
    public void No_time_at_all_is_an_argument_error()
    {
        RainfallSeries series = TestSeries.Every15Minutes(1m, 2m);

        Assert.Equal("duration", Assert.Throws<ArgumentOutOfRangeException>(() => series.MaximumDepth(TimeSpan.Zero)).ParamName);
        Assert.Equal("minimumInterEventTime", Assert.Throws<ArgumentOutOfRangeException>(() => series.RainEvents(TimeSpan.Zero)).ParamName);
        Assert.Equal("minimumInches", Assert.Throws<ArgumentOutOfRangeException>(() => series.RainEvents(TimeSpan.FromHours(1), -1)).ParamName);
    }
}
