using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Climate;

/// <summary>Return periods. The expected numbers are computed in Python from the rows of the file: depth against log(years), log against log between durations.</summary>
public class ReturnPeriodTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly Atlas14Table Table = Atlas14Table.Parse(Atlas14Files.Irving);

    [Theory]
    [InlineData("4.0", 24, "2.1", "38")] // 2.0892, 38.04 percent
    [InlineData("6.9", 24, "21", "4.7")] // 20.606, 4.737 percent
    [InlineData("7.0", 24, "22", "4.4")] // 22.135, 4.417 percent
    [InlineData("13.49", 24, "1000", "0.10")] // 995.06, 0.10045 percent
    [InlineData("9.27", 24, "100", "1.0")] // the column itself
    [InlineData("3.29", 24, "1", "63")] // the first column itself
    [InlineData("13.5", 24, "1000", "0.10")] // the last column itself
    [InlineData("6.0", 18, "14", "6.7")] // 14.376 between 12 and 24 hours
    [InlineData("8.0", 36, "28", "3.5")] // 27.955 between 24 and 48 hours
    public void A_moving_window_is_compared_as_it_is(string inches, int hours, string years, string percent)
    {
        ReturnPeriod found = Table.ReturnPeriodOf(Amount(inches), TimeSpan.FromHours(hours));

        Assert.Equal((Amount(years), Amount(percent)), (found.Years, found.AnnualExceedancePercent));
        Assert.Equal((ReturnPeriodBasis.MovingWindow, 1m), (found.Basis, found.Factor));
    }

    [Theory]
    [InlineData("4.36", 1, "1.13", "4.7")] // 4.9268 in: 4.6906 years
    [InlineData("6.90", 1, "1.13", "38")] // 7.797 in: 38.281 years; without the factor it was 21
    [InlineData("7.40", 2, "1.04", "17")] // 7.696 in: 16.989 years
    public void Calendar_days_are_compared_with_their_factor(string inches, int days, string factor, string years)
    {
        ReturnPeriod found = Table.ReturnPeriodOfDays(Amount(inches), days);

        Assert.Equal((Amount(years), Amount(factor), ReturnPeriodBasis.CalendarDays), (found.Years, found.Factor, found.Basis));
    }

    [Fact]
    public void The_text_states_what_was_compared_and_with_which_table() => Assert.Equal(
        "6.90 in, 1 day: a return period of about 38 years (a calendar day, compared as 7.80 in, 1.13 times as much; NOAA Atlas 14 Volume 11 Version 2, partial duration series in inches, Irving, Texas, USA, downloaded June 10, 2026).",
        Table.ReturnPeriodOfDays(6.90m, 1).ToString());

    [Fact]
    public void An_amount_above_the_table_is_rarer_than_its_last_column()
    {
        ReturnPeriod found = Table.ReturnPeriodOfDays(15.82m, 1);

        Assert.Equal((null, 1000, null), (found.Years, found.RarerThanYears, found.MoreCommonThanYears));
        Assert.StartsWith("15.82 in, 1 day: rarer than 1,000 years (", found.ToString(), StringComparison.Ordinal);
        Assert.Null(Table.ReturnPeriodOf(13.51m, Day).Years);
    }

    [Fact]
    public void An_amount_below_the_table_is_more_common_than_its_first_column()
    {
        Assert.StartsWith("1.00 in, 24 hours: ", Table.ReturnPeriodOf(1.00m, Day).ToString(), StringComparison.Ordinal);
        Assert.Contains("more common than 1 year (", Table.ReturnPeriodOf(1.00m, Day).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, Atlas14Table.Parse(Atlas14Files.AnnualMaximum).ReturnPeriodOf(1.00m, Day).MoreCommonThanYears);
        Assert.Equal(1, Table.ReturnPeriodOf(0m, Day).MoreCommonThanYears);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2881)]
    public void A_duration_outside_the_table_has_no_return_period(int minutes)
    {
        ReturnPeriod found = Table.ReturnPeriodOf(5m, TimeSpan.FromMinutes(minutes));

        Assert.Equal((null, null, null, ClimateMissingReason.NotInTable), (found.Years, found.RarerThanYears, found.MoreCommonThanYears, found.Missing));
        Assert.Contains("no return period: the table has no such duration", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_probability_of_an_annual_maximum_is_1_divided_by_the_return_period() =>
        Assert.Equal((5m, 20m), (Atlas14Table.Parse(Atlas14Files.AnnualMaximum).ReturnPeriodOf(5.00m, Day).Years, Atlas14Table.Parse(Atlas14Files.AnnualMaximum).ReturnPeriodOf(5.00m, Day).AnnualExceedancePercent));

    [Fact]
    public void A_series_is_compared_by_its_largest_window_and_daily_totals_as_calendar_days()
    {
        RainfallSeries counted = TestSeries.Every15Minutes([.. Enumerable.Range(0, 9).Select(step => step * 0.25m)]);
        RainfallSeries daily = RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 0m, 6.90m, 0m));

        ReturnPeriod hour = Table.ReturnPeriodOf(counted, TimeSpan.FromHours(1))!;
        Assert.Equal((1.00m, ReturnPeriodBasis.MovingWindow, TestSeries.At(0), TestSeries.At(60)), (hour.Inches, hour.Basis, hour.Start, hour.End));
        Assert.Equal((38m, ReturnPeriodBasis.CalendarDays), (Table.ReturnPeriodOf(daily, Day)!.Years, Table.ReturnPeriodOf(daily, Day)!.Basis));
        Assert.Null(Table.ReturnPeriodOf(counted, Day));
    }

    [Fact]
    public void A_storm_is_compared_over_each_duration_from_an_hour_on_that_it_has()
    {
        RainfallSeries storm = TestSeries.Every15Minutes([.. Enumerable.Range(0, 30).Select(step => Math.Min(step, 8) * 0.5m)]);

        ReturnPeriod[] found = [.. Table.ReturnPeriodsOf(storm)];

        Assert.Equal([(60, 2.00m, 3.4m), (120, 4.00m, 36m), (180, 4.00m, 18m), (360, 4.00m, 7.5m)], found.Select(one => (one.DurationMinutes, one.Inches, one.Years!.Value)));
        Assert.All(found, one => Assert.Equal((ReturnPeriodBasis.MovingWindow, false), (one.Basis, one.IsLowerBound)));
        Assert.Equal([1440, 2880], Table.ReturnPeriodsOf(RainfallSeries.FromDailyTotals(TestSeries.Days(new(2026, 7, 1), 1m, 2m, 3m))).Select(one => one.DurationMinutes));
        Assert.Empty(Table.ReturnPeriodsOf(TestSeries.Series()));
    }

    [Fact]
    public void A_window_that_was_not_measured_whole_is_a_lower_bound()
    {
        RainfallSeries gap = TestSeries.Series((0, 0m), (15, 1m), (30, 2m), (150, 2m), (165, 3m), (240, 3m));

        ReturnPeriod found = Table.ReturnPeriodOf(gap, TimeSpan.FromHours(3))!;
        Assert.True(found.IsLowerBound);
        Assert.Contains(": at least 3.00 in, 3 hours: ", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_out_of_range_are_errors()
    {
        Assert.Throws<ArgumentOutOfRangeException>("inches", () => Table.ReturnPeriodOf(-0.01m, Day));
        Assert.Throws<ArgumentOutOfRangeException>("duration", () => Table.ReturnPeriodOf(1m, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Table.ReturnPeriodOfDays(1m, 0));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Table.ReturnPeriodOfDays(1m, 367));
    }

    [Property]
    public Property More_rain_is_never_more_common() =>
        Prop.ForAll(Gen.Choose(1, 2_000).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), Gen.Choose(5, 2_880).ToArbitrary(), (hundredths, more, minutes) =>
            Rarity(Table.ReturnPeriodOf(hundredths / 100m, TimeSpan.FromMinutes(minutes))) <= Rarity(Table.ReturnPeriodOf((hundredths + more) / 100m, TimeSpan.FromMinutes(minutes))));

    [Property]
    public Property The_same_rain_in_more_time_is_never_rarer() =>
        Prop.ForAll(Gen.Choose(1, 2_000).ToArbitrary(), Gen.Choose(5, 2_880).ToArbitrary(), Gen.Choose(5, 2_880).ToArbitrary(), (hundredths, one, other) =>
            Rarity(Table.ReturnPeriodOf(hundredths / 100m, TimeSpan.FromMinutes(Math.Max(one, other)))) <= Rarity(Table.ReturnPeriodOf(hundredths / 100m, TimeSpan.FromMinutes(Math.Min(one, other)))));

    private static decimal Rarity(ReturnPeriod found) => found.MoreCommonThanYears is not null ? 0 : found.RarerThanYears is not null ? decimal.MaxValue : found.Years!.Value;

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
