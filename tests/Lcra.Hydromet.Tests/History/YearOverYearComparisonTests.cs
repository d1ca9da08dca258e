using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

public class YearOverYearComparisonTests
{
    [Fact]
    public void The_year_so_far_is_compared_to_the_same_date_last_year()
    {
        YearOverYearComparison? comparison = YearOverYearComparison.YearToDate(
            Record(2025, 2026, (new(2025, 7, 3), 1.25m), (new(2025, 7, 4), 5m), (new(2026, 7, 3), 2m)), new DateOnly(2026, 7, 4));

        Assert.Equal((2m, 1.25m, 0.75m), (comparison!.Current.Inches, comparison.Previous.Inches, comparison.DifferenceInches));
        Assert.Equal(
            (new DateOnly(2026, 1, 1), new DateOnly(2026, 7, 3), new DateOnly(2025, 1, 1), new DateOnly(2025, 7, 3)),
            (comparison.Current.First, comparison.Current.Last, comparison.Previous.First, comparison.Previous.Last));
    }

    [Fact]
    public void The_running_day_is_not_compared()
    {
        DailyRainfall running = new() { Day = new(2026, 7, 4), Inches = 9m, IsPartial = true };

        Assert.Equal(0m, YearOverYearComparison.YearToDate(Record(2025, 2025).Concat(Record(2026, 2026).Where(day => day.Day < running.Day)).Append(running), running.Day)!.Current.Inches);
    }

    [Fact]
    public void A_past_with_holes_has_no_total_and_names_them()
    {
        DateOnly[] holes = [new(2025, 2, 1), new(2025, 2, 2), new(2025, 5, 30)];

        YearOverYearComparison? comparison = YearOverYearComparison.YearToDate(
            Record(2025, 2026).Where(day => !holes.Contains(day.Day)), new DateOnly(2026, 7, 4));

        Assert.Equal((0m, null, null), (comparison!.Current.Inches, comparison.Previous.Inches, comparison.DifferenceInches));
        Assert.Equal(holes, comparison.Previous.MissingDays);
    }

    [Fact]
    public void A_hole_after_the_date_does_not_matter() => Assert.Equal(
        0m,
        YearOverYearComparison.YearToDate(Record(2025, 2026).Where(day => day.Day != new DateOnly(2025, 7, 4)), new DateOnly(2026, 7, 4))!.Previous.Inches);

    [Theory]
    [InlineData(null, false)]
    [InlineData(-998, false)]
    [InlineData(1, true)]
    public void A_day_without_a_whole_amount_is_missing(int? inches, bool partial)
    {
        DailyRainfall odd = new() { Day = new(2025, 3, 1), Inches = inches, IsPartial = partial };

        Assert.Equal([odd.Day], YearOverYearComparison.YearToDate(Record(2025, 2026).Where(day => day.Day != odd.Day).Append(odd), new DateOnly(2026, 7, 4))!.Previous.MissingDays);
    }

    [Fact]
    public void A_leap_day_counts_on_the_side_that_has_it()
    {
        YearOverYearComparison? comparison = YearOverYearComparison.YearToDate(
            Record(2023, 2024, (new(2024, 2, 29), 0.50m)), new DateOnly(2024, 3, 11));

        Assert.Equal((0.50m, 70, 0m, 69), (comparison!.Current.Inches, comparison.Current.DayCount, comparison.Previous.Inches, comparison.Previous.DayCount));
    }

    [Fact]
    public void A_comparison_up_to_a_leap_day_ends_on_28_february_the_year_before() => Assert.Equal(
        (new DateOnly(2024, 2, 29), new DateOnly(2023, 2, 28)),
        YearOverYearComparison.YearToDate(Record(2023, 2024), new DateOnly(2024, 3, 1)) is { } comparison ? (comparison.Current.Last, comparison.Previous.Last) : default);

    [Fact]
    public void A_comparison_up_to_28_february_leaves_out_last_years_leap_day() => Assert.Equal(
        new DateOnly(2024, 2, 28),
        YearOverYearComparison.YearToDate(Record(2024, 2025), new DateOnly(2025, 3, 1))!.Previous.Last);

    [Fact]
    public void On_31_december_all_but_a_day_is_compared() => Assert.Equal(
        364,
        YearOverYearComparison.YearToDate(Record(2025, 2026), new DateOnly(2026, 12, 31))!.Previous.DayCount);

    [Fact]
    public void On_1_january_there_is_nothing_to_compare() => Assert.Null(YearOverYearComparison.YearToDate([], new DateOnly(2026, 1, 1)));

    [Fact]
    public void The_month_so_far_is_compared_to_the_same_days_last_year()
    {
        YearOverYearComparison? comparison = YearOverYearComparison.MonthToDate(
            Record(2025, 2026, (new(2025, 6, 30), 7m), (new(2025, 7, 2), 1m), (new(2026, 7, 3), 3m)), new DateOnly(2026, 7, 4));

        Assert.Equal((3m, 1m, 3), (comparison!.Current.Inches, comparison.Previous.Inches, comparison.Current.DayCount));
    }

    [Fact]
    public void On_the_first_of_a_month_there_is_nothing_to_compare() => Assert.Null(YearOverYearComparison.MonthToDate([], new DateOnly(2026, 7, 1)));

    private static IEnumerable<DailyRainfall> Record(int firstYear, int lastYear, params (DateOnly Day, decimal Inches)[] wet) =>
        TestSeries.DryDays(new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31))
            .Select(day => wet.FirstOrDefault(rain => rain.Day == day.Day) is { Inches: > 0 } rain ? day with { Inches = rain.Inches } : day);
}
