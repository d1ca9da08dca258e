using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class CounterRuleTests
{
    [Fact]
    public void Only_the_difference_of_counts_is_rain() =>
        Assert.Equal(0.35m, TestSeries.Every15Minutes(69.58m, 69.58m, 69.78m, 69.93m).Whole().Inches);

    [Fact]
    public void A_drop_that_returns_is_a_glitch_and_no_rain()
    {
        RainfallSeries series = TestSeries.Every15Minutes(115m, 49m, 115m, 115.04m);

        Assert.Equal(0.04m, series.Whole().Inches);
        SeriesFlag flag = Assert.Single(series.Flags);
        Assert.Equal(
            (SeriesFlagKind.Glitch, TestSeries.At(15), 49m, 115m, TestSeries.At(30)),
            (flag.Kind, flag.At, flag.Inches, flag.PreviousInches, flag.ReturnedAt));
    }

    [Fact]
    public void Rain_during_a_glitch_is_credited_at_the_return() =>
        Assert.Equal(0.50m, TestSeries.Every15Minutes(115m, 49m, 49.2m, 49.4m, 115.50m).Total(45, 60).Inches);

    [Fact]
    public void A_drop_that_is_back_at_the_fourth_reading_is_a_glitch() =>
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(TestSeries.Every15Minutes(115m, 49m, 49m, 49m, 49m, 115m).Flags).Kind);

    [Fact]
    public void A_drop_that_stays_is_a_reset_and_counting_goes_on_from_there()
    {
        RainfallSeries series = TestSeries.Every15Minutes(115m, 0m, 0.10m, 0.10m, 0.30m, 0.30m, 0.45m);

        Assert.Equal(0.45m, series.Whole().Inches);
        SeriesFlag flag = Assert.Single(series.Flags);
        Assert.Equal(
            (SeriesFlagKind.Reset, TestSeries.At(15), 0m, 115m, null),
            (flag.Kind, flag.At, flag.Inches, flag.PreviousInches, flag.ReturnedAt));
    }

    [Theory]
    [InlineData(24 * 60, SeriesFlagKind.Glitch)]
    [InlineData((24 * 60) + 1, SeriesFlagKind.Reset)]
    public void A_return_more_than_a_day_later_comes_too_late_for_a_glitch(double minutes, SeriesFlagKind kind) =>
        Assert.Equal(kind, TestSeries.Series((0, 115m), (15, 49m), (15 + minutes, 115m)).Flags[0].Kind);

    [Fact]
    public void A_drop_at_the_end_is_a_reset_as_far_as_is_known() =>
        Assert.Equal(
            [SeriesFlagKind.Reset],
            TestSeries.Every15Minutes(115m, 115m, 49m, 49.01m).Flags.Select(flag => flag.Kind));

    [Fact]
    public void A_drop_within_a_drop_is_two_resets() =>
        Assert.Equal(0.02m, TestSeries.Every15Minutes(115m, 49m, 20m, 20.01m, 20.01m, 20.02m, 20.02m).Whole().Inches);

    [Fact]
    public void A_spike_that_comes_back_is_a_glitch_and_no_rain()
    {
        RainfallSeries series = TestSeries.Every15Minutes(49m, 115m, 49.02m, 49.02m);

        Assert.Equal(0.02m, series.Whole().Inches);
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void A_jump_that_stays_is_flagged_and_credited()
    {
        RainfallSeries series = TestSeries.Every15Minutes(49m, 59.68m, 59.68m, 59.70m);

        Assert.Equal(10.70m, series.Whole().Inches);
        Assert.Equal(SeriesFlagKind.CounterJump, Assert.Single(series.Flags).Kind);
    }

    [Theory]
    [InlineData(60, 6.00, false)]
    [InlineData(60, 6.01, true)]
    [InlineData(61, 6.01, false)]
    public void More_than_five_inches_within_an_hour_are_a_jump(double minutes, double inches, bool isJump) =>
        Assert.Equal(isJump, TestSeries.Series((0, 1m), (minutes, (decimal)inches), (minutes + 15, (decimal)inches)).Flags.Any(flag => flag.Kind == SeriesFlagKind.CounterJump));

    [Fact]
    public void Much_rain_over_many_hours_is_no_jump() =>
        Assert.Empty(TestSeries.Series((0, 10m), (120, 16.90m), (135, 16.90m)).Flags);

    [Fact]
    public void A_small_rain_that_a_reset_takes_back_is_still_rain() =>
        Assert.Equal(0.60m, TestSeries.Every15Minutes(0m, 0.50m, 0m, 0m, 0m, 0.10m, 0.10m).Whole().Inches);

    [Fact]
    public void A_count_that_can_be_none_is_left_out_and_flagged()
    {
        RainfallSeries series = TestSeries.Every15Minutes(12m, -998m, 200_001m, 12.00005m, 12.01m);

        Assert.Equal(0.01m, series.Whole().Inches);
        Assert.Equal(
            [(SeriesFlagKind.Unusable, -998m), (SeriesFlagKind.Unusable, 200_001m), (SeriesFlagKind.Unusable, 12.00005m)],
            series.Flags.Select(flag => (flag.Kind, flag.Inches)));
    }

    [Fact]
    public void Decimals_down_to_a_ten_thousandth_are_exact() =>
        Assert.Equal(0.0394m, TestSeries.Every15Minutes(0.1m, 0.1394m).Whole().Inches);

    [Fact]
    public void Readings_out_of_order_are_an_argument_error_that_names_the_stamp() =>
        Assert.Contains(
            "2026-07-01 12:10:00 -05:00 follows 2026-07-01 12:15:00 -05:00. (Parameter 'readings')",
            Assert.Throws<ArgumentException>(() => TestSeries.Series((0, 1m), (15, 1m), (10, 1m))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Of_two_readings_at_one_time_the_first_counts() =>
        Assert.Equal(0.10m, TestSeries.Series((0, 1m), (15, 1.10m), (15, 1.30m), (30, 1.10m)).Whole().Inches);

    [Fact]
    public void Counts_that_no_gauge_can_reach_are_an_argument_error() =>
        Assert.Equal(
            "readings",
            Assert.Throws<ArgumentException>(() => TestSeries.Series((0, 0m), (120, 150_000m), (5_000, 0m), (10_000, 150_000m), (15_000, 150_000m))).ParamName);
}
