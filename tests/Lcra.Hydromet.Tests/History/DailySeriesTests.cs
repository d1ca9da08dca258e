using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class DailySeriesTests
{
    private static readonly DateOnly ClocksForward = new(2026, 3, 8);
    private static readonly DateOnly ClocksBack = new(2026, 11, 1);

    [Fact]
    public void September_adds_up_to_what_lcra_says_of_the_month() => Assert.Equal(
        1.20m,
        RainfallSeries.FromDailyTotals(DailyRecording.MarbleFallsOf2026()).TotalOfDays(new(2026, 9, 1), new(2026, 9, 30)).Inches);

    [Theory]
    [InlineData("2026-03-08", 23)]
    [InlineData("2026-11-01", 25)]
    [InlineData("2024-02-29", 24)]
    [InlineData("2025-12-31", 24)]
    public void A_local_day_has_its_own_rain_however_long_it_is(string text, int hours)
    {
        DateOnly day = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        RainfallSeries series = RainfallSeries.FromDailyTotals(TestSeries.Days(day.AddDays(-1), 1m, 0.25m, 2m));

        SeriesTotal total = series.TotalOfDays(day, day);

        Assert.Equal((0.25m, 1m, TimeSpan.FromHours(hours)), (total.Inches, total.Coverage, total.End - total.Start));
    }

    [Fact]
    public void A_window_may_be_given_as_midnights_in_any_zone() => Assert.Equal(
        0.25m,
        RainfallSeries.FromDailyTotals(TestSeries.Days(ClocksForward, 0.25m)).Total(
            new DateTimeOffset(2026, 3, 8, 6, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 9, 5, 0, 0, TimeSpan.Zero)).Inches);

    [Theory]
    [InlineData(0, 23, "end")]
    [InlineData(1, 24, "start")]
    public void An_edge_that_is_not_a_midnight_is_an_argument_error_with_advice(int from, int to, string parameter)
    {
        RainfallSeries series = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 1m, 1m));

        ArgumentException error = Assert.Throws<ArgumentException>(() => series.Total(TestReports.Central(7, 1).AddHours(from), TestReports.Central(7, 1).AddHours(to)));

        Assert.Equal(parameter, error.ParamName);
        Assert.Contains("TotalOfDays", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_day_lowers_the_coverage_and_is_a_gap()
    {
        SeriesTotal total = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0.10m, null, 0m, 0.20m))
            .TotalOfDays(new(2026, 7, 1), new(2026, 7, 4));

        Assert.Equal((0.30m, 0.75m), (total.Inches, total.Coverage));
        Assert.Equal([new SeriesGap(TestReports.Central(7, 2), TestReports.Central(7, 3))], total.Gaps);
    }

    [Fact]
    public void A_day_absent_from_the_record_is_a_gap_like_one_without_an_amount()
    {
        RainfallSeries series = RainfallSeries.FromDailyTotals(DailyRecording.FalseExtremeOf1997());

        Assert.Equal(MissingReason.NotInFeed, series.TotalOfDays(new(1997, 5, 10), new(1997, 5, 10)).Missing);
    }

    [Fact]
    public void A_dry_day_is_a_zero_and_a_missing_one_is_none()
    {
        RainfallSeries series = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0m, null));

        Assert.Equal((0m, null), (series.TotalOfDays(new(2026, 7, 1), new(2026, 7, 1)).Inches, series.TotalOfDays(new(2026, 7, 2), new(2026, 7, 2)).Inches));
    }

    [Fact]
    public void The_running_day_is_in_the_total_flagged_and_not_covered()
    {
        SeriesTotal total = RainfallSeries.FromDailyTotals(DailyRecording.MarbleFallsOf2026()).TotalOfDays(new(2026, 10, 1), new(2026, 10, 2));

        Assert.Equal((1.51m, 0.5m), (total.Inches, total.Coverage));
        Assert.Equal([new SeriesGap(TestReports.Central(10, 2), TestReports.Central(10, 3))], total.Gaps);
        Assert.Equal((SeriesFlagKind.PartialDay, TestReports.Central(10, 2)), (Assert.Single(total.Flags).Kind, total.Flags[0].At));
    }

    [Fact]
    public void A_running_day_without_rain_so_far_is_no_missing_one()
    {
        DailyRainfall today = new() { Day = new(2026, 7, 1), Inches = 0m, IsPartial = true };

        SeriesTotal total = RainfallSeries.FromDailyTotals([today]).TotalOfDays(today.Day, today.Day);

        Assert.Equal((0m, null, 0m), (total.Inches, total.Missing, total.Coverage));
    }

    [Fact]
    public void An_event_on_the_running_day_says_that_the_day_is_not_covered()
    {
        DailyRainfall[] days = [.. TestSeries.Days(new(2026, 7, 1), 0m, 0.50m), new DailyRainfall { Day = new(2026, 7, 3), Inches = 0.25m, IsPartial = true }];

        RainEvent found = Assert.Single(RainfallSeries.FromDailyTotals(days).RainEvents(TimeSpan.FromDays(1)));

        Assert.Equal((0.75m, 0.5m), (found.Inches, found.Coverage));
    }

    [Fact]
    public void The_flag_of_a_day_does_not_stand_on_the_day_before() => Assert.Empty(
        RainfallSeries.FromDailyTotals(DailyRecording.MarbleFallsOf2026()).TotalOfDays(new(2026, 10, 1), new(2026, 10, 1)).Flags);

    [Fact]
    public void The_record_that_chunks_share_counts_once() => Assert.Equal(
        0.30m,
        RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0.10m, 0.20m).Append(new DailyRainfall { Day = new(2026, 7, 2), Inches = 0.20m })).Whole().Inches);

    [Fact]
    public void Days_out_of_order_are_an_argument_error_that_names_the_day() => Assert.Contains(
        "2026-07-01 follows 2026-07-02. (Parameter 'days')",
        Assert.Throws<ArgumentException>(() => RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0m, 0m).Reverse())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Less_than_no_rain_is_not_an_amount_and_flagged()
    {
        RainfallSeries series = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0.10m, -998m, 0.20m));

        Assert.Equal((0.30m, SeriesFlagKind.Unusable), (series.Whole().Inches, Assert.Single(series.Flags).Kind));
    }

    [Fact]
    public void Days_out_of_all_reach_are_not_part_of_the_series() => Assert.Null(
        RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 1m)).TotalOfDays(new(2026, 8, 1), new(2026, 8, 31)).Inches);

    [Fact]
    public void A_day_of_25_hours_can_be_the_wettest() => Assert.Equal(
        (3m, TimeSpan.FromHours(25)),
        RainfallSeries.FromDailyTotals(TestSeries.Days(ClocksBack.AddDays(-1), 1m, 3m, 2m)).MaximumDepth(TimeSpan.FromDays(1)) is { } most
            ? (most.Inches!.Value, most.End - most.Start)
            : default);

    [Fact]
    public void Two_short_days_are_not_taken_for_one() => Assert.Equal(
        2m,
        RainfallSeries.FromDailyTotals(TestSeries.Days(ClocksForward, 2m, 1m)).MaximumDepth(TimeSpan.FromDays(1))!.Inches);

    [Fact]
    public void A_dry_day_of_23_hours_is_a_dry_day() => Assert.Equal(
        2,
        RainfallSeries.FromDailyTotals(TestSeries.Days(ClocksForward.AddDays(-1), 1m, 0m, 1m)).RainEvents(TimeSpan.FromDays(1)).Count);

    [Fact]
    public void Part_of_a_day_cannot_be_asked_of_daily_totals()
    {
        RainfallSeries series = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 1m));

        Assert.Equal("duration", Assert.Throws<ArgumentException>(() => series.MaximumDepth(TimeSpan.FromHours(6))).ParamName);
        Assert.Equal("minimumInterEventTime", Assert.Throws<ArgumentException>(() => series.RainEvents(TimeSpan.FromHours(6))).ParamName);
    }
}
