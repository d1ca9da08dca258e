using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class RainfallSeriesTests
{
    // Two hours without readings from 12:30 to 14:30, in which half an inch fell.
    private static RainfallSeries WithAGap() =>
        TestSeries.Series((0, 1m), (15, 1m), (30, 1.10m), (150, 1.60m), (165, 1.70m), (180, 1.70m));

    [Fact]
    public void A_window_is_reported_in_central_time_and_to_the_hundredth()
    {
        SeriesTotal total = TestSeries.Every15Minutes(1m, 1.5m).Total(TestSeries.At(0).ToUniversalTime(), TestSeries.At(15).ToUniversalTime());

        Assert.Equal("0.50 in, 2026-07-01 12:00 -05:00 to 2026-07-01 12:15 -05:00, coverage 1", total.ToString());
    }

    [Fact]
    public void An_edge_between_readings_takes_the_reading_before_it() =>
        Assert.Equal(0.20m, TestSeries.Every15Minutes(1m, 1.10m, 1.30m, 1.70m).Total(20, 40).Inches);

    [Fact]
    public void A_covered_window_without_rain_is_a_zero() =>
        Assert.Equal((0m, 1m, null), (TestSeries.Every15Minutes(1m, 1m, 1m).Total(0, 30) is var total ? total.Inches : null, total.Coverage, total.Missing));

    [Fact]
    public void A_window_across_a_gap_has_its_rain_and_less_coverage()
    {
        SeriesTotal total = WithAGap().Total(0, 180);

        Assert.Equal((0.70m, 60m / 180), (total.Inches, total.Coverage));
        Assert.Equal([new SeriesGap(TestSeries.At(30), TestSeries.At(150))], total.Gaps);
    }

    [Fact]
    public void A_gap_that_lies_whole_in_the_window_leaves_no_doubt_about_the_amount() => Assert.Equal(0m, WithAGap().Total(0, 180).BoundaryGapInches);

    [Fact]
    public void Rain_of_a_gap_belongs_to_the_window_that_has_the_gaps_end()
    {
        Assert.Equal((0.10m, 0.50m), (WithAGap().Total(0, 90).Inches, WithAGap().Total(0, 90).BoundaryGapInches));
        Assert.Equal((0.60m, 0.50m), (WithAGap().Total(90, 180).Inches, WithAGap().Total(90, 180).BoundaryGapInches));
    }

    [Fact]
    public void A_window_inside_a_gap_has_no_amount()
    {
        SeriesTotal total = WithAGap().Total(60, 120);

        Assert.Equal((null, MissingReason.NotInFeed, 0m), (total.Inches, total.Missing, total.Coverage));
        Assert.Equal(0.50m, total.BoundaryGapInches);
    }

    [Fact]
    public void A_gap_is_reported_only_as_far_as_it_lies_in_the_window() =>
        Assert.Equal([new SeriesGap(TestSeries.At(60), TestSeries.At(150))], WithAGap().Total(60, 180).Gaps);

    [Fact]
    public void How_far_apart_readings_may_be_is_for_the_caller_to_say() =>
        Assert.Equal(1m, RainfallSeries.FromAccumulatedRainfall([TestSeries.Reading(0, 1m), TestSeries.Reading(150, 1m)], TimeSpan.FromMinutes(150)).Whole().Coverage);

    [Fact]
    public void Time_before_and_after_the_readings_is_not_covered()
    {
        SeriesTotal total = TestSeries.Every15Minutes(1m, 1.10m, 1.20m).Total(-30, 60);

        Assert.Equal((0.20m, 30m / 90), (total.Inches, total.Coverage));
        Assert.Equal([new SeriesGap(TestSeries.At(-30), TestSeries.At(0)), new SeriesGap(TestSeries.At(30), TestSeries.At(60))], total.Gaps);
    }

    [Theory]
    [InlineData(-60, -30)]
    [InlineData(-60, 0)]
    [InlineData(30, 60)]
    [InlineData(45, 60)]
    public void A_window_outside_the_readings_has_no_amount(int from, int to)
    {
        SeriesTotal total = TestSeries.Every15Minutes(1m, 1.10m, 1.20m).Total(from, to);

        Assert.Equal((null, MissingReason.NotInFeed), (total.Inches, total.Missing));
    }

    [Fact]
    public void A_series_without_readings_says_that_it_has_none()
    {
        RainfallSeries none = RainfallSeries.FromAccumulatedRainfall([]);
        SeriesTotal total = none.Total(0, 60);

        Assert.Equal((null, null), (none.Start, none.End));
        Assert.Equal((null, MissingReason.NotInFeed, 0m), (total.Inches, total.Missing, total.Coverage));
        Assert.Equal([new SeriesGap(TestSeries.At(0), TestSeries.At(60))], total.Gaps);
    }

    [Fact]
    public void One_reading_is_not_an_amount() => Assert.Null(TestSeries.Every15Minutes(5m).Total(-60, 60).Inches);

    [Fact]
    public void A_flag_stands_in_the_window_that_would_have_its_rain()
    {
        RainfallSeries series = TestSeries.Every15Minutes(115m, 49m, 115m);

        Assert.Single(series.Total(0, 15).Flags);
        Assert.Empty(series.Total(15, 30).Flags);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_window_that_does_not_end_after_it_starts_is_an_argument_error(int to) =>
        Assert.Equal("end", Assert.Throws<ArgumentException>(() => TestSeries.Every15Minutes(1m, 1m).Total(0, to)).ParamName);

    [Fact]
    public void A_gap_threshold_of_nothing_is_an_argument_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RainfallSeries.FromAccumulatedRainfall([], TimeSpan.Zero));

    [Fact]
    public async Task Readings_that_trickle_in_give_the_same_series()
    {
        RainfallSeries series = await RainfallSeries.FromAccumulatedRainfallAsync(
            TestSeries.Slowly(TestSeries.Reading(0, 1m), TestSeries.Reading(15, 1.25m)), CancellationToken.None);

        Assert.Equal(0.25m, series.Total(0, 15).Inches);
    }

    [Fact]
    public async Task A_cancelled_download_makes_no_series() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RainfallSeries.FromAccumulatedRainfallAsync(Forever(), new CancellationToken(canceled: true)));

    [Fact]
    public void A_comma_for_a_decimal_sign_changes_nothing()
    {
        using CultureScope scope = new("de-DE");

        Assert.Equal("0.35 in, 2026-07-01 12:00 -05:00 to 2026-07-01 12:30 -05:00, coverage 0.5", TestSeries.Every15Minutes(1m, 1.35m).Total(0, 30).ToString());
    }

    [Fact]
    public void The_first_and_last_reading_are_reported_in_central_time()
    {
        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall([new AccumulatedRainfall(TestSeries.At(0).ToUniversalTime(), 1m), TestSeries.Reading(15, 1m)]);

        Assert.Equal((TimeSpan.FromHours(-5), TestSeries.At(0), TestSeries.At(15)), (series.Start!.Value.Offset, series.Start, series.End));
    }

    private static async IAsyncEnumerable<AccumulatedRainfall> Forever(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (int minute = 0; ; minute++)
        {
            await Task.Delay(0, cancellationToken);
            yield return TestSeries.Reading(minute, 1m);
        }
    }
}
