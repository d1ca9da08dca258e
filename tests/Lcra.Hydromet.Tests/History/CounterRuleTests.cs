using System.Globalization;
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

    [Theory]
    [InlineData(40, "41.20 41.55 0 0 0 0 0 0 0 0 0 0 0 0 41.57 41.60")]
    [InlineData(42, "4.15 4.55 0 0 0 0 0 0 0 0 0 0 0 0 4.57")]
    [InlineData(40, "41.20 41.55 3.10 3.10 3.10 3.10 3.10 3.10 3.10 3.10 3.10 3.10 3.10 3.10 41.60")]
    [InlineData(35, "41.20 41.55 0 41.55 41.55")]
    public void A_run_of_zeros_or_low_counts_before_the_true_count_is_one_glitch(int hundredths, string counts)
    {
        RainfallSeries series = TestSeries.Every15Minutes(counts);

        Assert.Equal((hundredths / 100m, 0m), (series.Whole().Inches, series.Whole().UncertaintyInches));
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void A_count_that_comes_back_one_step_lower_is_back()
    {
        SeriesTotal total = TestSeries.Every15Minutes(41.20m, 41.55m, 0m, 41.54m, 41.54m).Whole();

        Assert.Equal((0.35m, 0m), (total.Inches, total.UncertaintyInches));
    }

    [Fact]
    public void A_step_lower_that_rises_again_is_a_step_of_doubt()
    {
        SeriesTotal total = TestSeries.Every15Minutes(41.20m, 41.55m, 0m, 41.54m, 41.60m).Whole();

        Assert.Equal((0.40m, 0.01m), (total.Inches, total.UncertaintyInches));
    }

    [Fact]
    public void Zeros_and_a_silence_before_the_true_count_are_one_glitch_that_is_not_covered()
    {
        RainfallSeries series = TestSeries.Series(
            (0, 41.20m), (15, 41.20m), (30, 0m), (45, 0m), (60, 0m), (75, 0m), (90, 0m), (105, 0m), (195, 41.60m), (210, 41.62m));
        SeriesTotal total = series.Whole();

        Assert.Equal((0.42m, 30m / 210), (total.Inches, total.Coverage));
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void A_series_that_begins_inside_an_outage_flags_the_way_back() =>
        Assert.Equal(SeriesFlagKind.ImplausibleRise, Assert.Single(TestSeries.Every15Minutes(0m, 0m, 41.60m, 41.62m).Flags).Kind);

    [Theory]
    [InlineData(80, "0.10 0.30 0.00 0.20 0.40 0.60")]
    [InlineData(60, "0.10 0.30 0.00 0.05 0.10 0.15 0.20 0.25 0.30 0.35 0.40")]
    public void A_low_count_that_is_reset_in_rain_goes_on_as_rain(int hundredths, string counts)
    {
        RainfallSeries series = TestSeries.Every15Minutes(counts);

        Assert.Equal((hundredths / 100m, 0m), (series.Whole().Inches, series.Whole().UncertaintyInches));
        Assert.Equal(SeriesFlagKind.Reset, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void Where_a_glitch_and_a_reset_both_fit_the_smaller_amount_counts_and_the_difference_is_uncertain()
    {
        RainfallSeries series = TestSeries.Every15Minutes(1.20m, 0m, 0.10m, 1.30m, 1.30m);

        Assert.Equal((0.10m, 1.20m), (series.Whole().Inches, series.Whole().UncertaintyInches));
        Assert.StartsWith("0.10 in (up to 1.30 in), ", series.Whole().ToString(), StringComparison.Ordinal);
        Assert.Equal([SeriesFlagKind.Glitch, SeriesFlagKind.Reset], series.Flags.Select(flag => flag.Kind).Order());
    }

    [Theory]
    [InlineData(5, 1, "41.20 43.70 41.20 41.20 41.25")]
    [InlineData(0, 2, "41.20 43.70 41.20 43.70 41.20")]
    [InlineData(240, 1, "41.20 43.70 41.20 41.80 42.40 43.00 43.60")]
    [InlineData(0, 1, "41.20 43.70 43.70 43.70 41.20")]
    [InlineData(5, 1, "41.20 43.70 41.25")]
    [InlineData(5, 1, "41.20 81.70 81.20 80.70 41.25")]
    public void A_rise_that_comes_straight_back_is_a_glitch_and_no_rain(int hundredths, int glitches, string counts)
    {
        RainfallSeries series = TestSeries.Every15Minutes(counts);

        Assert.Equal((hundredths / 100m, 0m), (series.Whole().Inches, series.Whole().UncertaintyInches));
        Assert.Equal(Enumerable.Repeat(SeriesFlagKind.Glitch, glitches), series.Flags.Select(flag => flag.Kind));
    }

    [Fact]
    public void A_spike_after_a_silence_is_a_glitch_whatever_its_height()
    {
        RainfallSeries series = TestSeries.Series((0, 41.20m), (61, 115m), (76, 41.20m), (91, 41.20m));

        Assert.Equal(0m, series.Whole().Inches);
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void A_spike_after_a_reset_does_not_take_the_new_count_back() =>
        Assert.Equal(0.45m, TestSeries.Every15Minutes(41.20m, 41.55m, 0m, 0.05m, 41.60m, 0.08m, 0.10m).Whole().Inches);

    [Fact]
    public void Any_number_of_falls_is_read()
    {
        decimal[] counts = [.. Enumerable.Range(0, 500).Select(step => 1_000m - step), 501.01m];

        Assert.Equal(0.01m, TestSeries.Every15Minutes(counts).Whole().Inches);
    }

    [Fact]
    public void A_rise_that_stays_is_rain() => Assert.Equal(2.50m, TestSeries.Every15Minutes(41.20m, 43.70m, 43.70m, 43.70m).Whole().Inches);

    [Fact]
    public void A_reset_to_a_value_above_zero_leaves_its_interval_uncovered_and_the_value_uncertain()
    {
        SeriesTotal total = TestSeries.Every15Minutes(41.20m, 41.55m, 0.30m, 0.45m).Whole();

        Assert.Equal((0.50m, 0.30m, 30m / 45), (total.Inches, total.UncertaintyInches, total.Coverage));
        Assert.Equal([new SeriesGap(TestSeries.At(15), TestSeries.At(30))], total.Gaps);
    }

    [Fact]
    public void After_a_fall_that_no_reading_explains_nothing_is_covered()
    {
        RainfallSeries series = TestSeries.Every15Minutes(41.20m, 41.55m, 0m, 0m, 0m);

        Assert.Equal((0.35m, 0.25m), (series.Total(0, 60).Inches, series.Total(0, 60).Coverage));
        Assert.Equal(SeriesFlagKind.Reset, Assert.Single(series.Flags).Kind);
    }

    [Fact]
    public void A_gauge_that_counts_in_larger_steps_is_back_within_one_of_them() =>
        Assert.Equal(
            SeriesFlagKind.Glitch,
            Assert.Single(RainfallSeries.FromAccumulatedRainfall([TestSeries.Reading(0, 4m), TestSeries.Reading(15, 0m), TestSeries.Reading(30, 3.96m), TestSeries.Reading(45, 3.96m)], TimeSpan.FromHours(1), 0.04m).Flags).Kind);

    [Theory]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("0.00001")]
    public void A_resolution_that_no_gauge_has_is_an_argument_error(string inches) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RainfallSeries.FromAccumulatedRainfall([], TimeSpan.FromHours(1), decimal.Parse(inches, CultureInfo.InvariantCulture)));

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
    [InlineData(24 * 60)]
    [InlineData(30 * 24 * 60)]
    public void A_return_is_a_glitch_however_late_it_comes(double minutes) =>
        Assert.Equal(SeriesFlagKind.Glitch, Assert.Single(TestSeries.Series((0, 115m), (15, 49m), (15 + minutes, 115m)).Flags).Kind);

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
        Assert.Equal(SeriesFlagKind.ImplausibleRise, Assert.Single(series.Flags).Kind);
    }

    [Theory]
    [InlineData(15, 400, false)]
    [InlineData(15, 401, true)]
    [InlineData(61, 1320, false)]
    [InlineData(61, 1321, true)]
    [InlineData(24 * 60, 2500, false)]
    [InlineData(24 * 60, 2501, true)]
    [InlineData((24 * 60) + 1, 4900, false)]
    [InlineData((24 * 60) + 1, 4901, true)]
    public void A_rise_beyond_12_inches_an_hour_or_24_each_started_day_is_flagged_and_credited(double minutes, int hundredths, bool isJump)
    {
        decimal inches = hundredths / 100m;
        RainfallSeries series = TestSeries.Series((0, 1m), (minutes, inches), (minutes + 15, inches));

        Assert.Equal(isJump ? [SeriesFlagKind.ImplausibleRise] : [], series.Flags.Select(flag => flag.Kind));
        Assert.Equal(inches - 1m, series.Whole().Inches);
    }

    [Fact]
    public void Much_rain_over_many_hours_is_not_a_jump() =>
        Assert.Empty(TestSeries.Series((0, 10m), (120, 16.90m), (135, 16.90m)).Flags);

    [Fact]
    public void A_small_rain_that_a_reset_or_a_spike_takes_back_is_uncertain()
    {
        SeriesTotal total = TestSeries.Every15Minutes(0m, 0.50m, 0m, 0m, 0m, 0.10m, 0.10m).Whole();

        Assert.Equal((0.10m, 0.50m), (total.Inches, total.UncertaintyInches));
    }

    [Fact]
    public void A_count_that_can_be_none_is_left_out_and_flagged()
    {
        RainfallSeries series = TestSeries.Every15Minutes(12m, -998m, 200_001m, 12.01m);

        Assert.Equal(0.01m, series.Whole().Inches);
        Assert.Equal(
            [(SeriesFlagKind.Unusable, -998m), (SeriesFlagKind.Unusable, 200_001m)],
            series.Flags.Select(flag => (flag.Kind, flag.Inches)));
    }

    [Fact]
    public void A_count_with_more_decimals_than_a_gauge_has_is_not_lost() =>
        Assert.Equal(0.34m, TestSeries.Every15Minutes(12m, 12.340000152587891m, 12.340000152587891m).Whole().Inches);

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
    public void Of_two_readings_at_one_time_the_last_counts_and_the_other_is_flagged()
    {
        RainfallSeries series = TestSeries.Series((0, 1m), (15, 99.99m), (15, 1.10m), (30, 1.10m));

        Assert.Equal(0.10m, series.Whole().Inches);
        Assert.Equal((SeriesFlagKind.Unusable, 99.99m), Assert.Single(series.Flags.Select(flag => (flag.Kind, flag.Inches))));
    }

    [Fact]
    public void Counts_that_no_gauge_can_reach_are_an_argument_error() =>
        Assert.Equal(
            "readings",
            Assert.Throws<ArgumentException>(() => TestSeries.Series((0, 0m), (120, 150_000m), (135, 150_000m), (5_000, 0m), (9_000, 1m), (10_000, 70_000m), (10_015, 70_000m), (15_000, 70_000m))).ParamName);
}
