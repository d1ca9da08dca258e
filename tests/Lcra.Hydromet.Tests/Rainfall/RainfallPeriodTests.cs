namespace Lcra.Hydromet.Tests.Rainfall;

public class RainfallPeriodTests
{
    [Theory]
    [InlineData("1_hour")]
    [InlineData("3_hour")]
    [InlineData("6_hour")]
    [InlineData("24_hour")]
    [InlineData("since_midnight")]
    [InlineData("5_day_total")]
    public void The_six_words_of_the_first_rainfall_page_still_work(string key)
    {
        Assert.True(RainfallPeriod.TryParse(key, out RainfallPeriod? period));
        Assert.Equal(key, period.Key);
    }

    [Fact]
    public void The_catalogue_is_complete_and_in_order() => Assert.Equal(
        [
            "30_minute", "1_hour", "2_hour", "3_hour", "6_hour", "12_hour", "24_hour", "48_hour", "72_hour", "96_hour", "120_hour",
            "1_week", "2_weeks", "30_day", "since_midnight", "today", "1_day_ago", "2_days_ago", "3_days_ago", "4_days_ago",
            "5_day_total", "this_month", "last_month", "this_year", "last_year",
        ],
        RainfallPeriod.All.Select(period => period.Key));

    [Fact]
    public void Every_period_says_what_it_is() => Snapshot.Match(string.Join('\n', RainfallPeriod.All.Select(period =>
        $"{period.Key}: {period.Name}, {period.Kind}, {period.Feed}, {(period.IsPartial ? "partial" : "whole")}, {(period.IsApproximate ? "approximate" : "exact")}")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("49_hour")]
    public void An_unknown_key_is_not_a_period(string? key) => Assert.False(RainfallPeriod.TryParse(key, out _));

    [Fact]
    public void Periods_whose_edges_are_lcras_say_so() => Assert.Equal(
        ["48_hour", "72_hour", "96_hour", "120_hour", "1_week", "2_weeks", "30_day", "this_month", "this_year"],
        RainfallPeriod.All.Where(period => period.IsApproximate).Select(period => period.Key));

    [Fact]
    public void Only_windows_that_are_still_running_are_partial() => Assert.Equal(
        [RainfallPeriod.SinceMidnight, RainfallPeriod.Today, RainfallPeriod.FiveDayTotal, RainfallPeriod.ThisMonth, RainfallPeriod.ThisYear],
        RainfallPeriod.All.Where(period => period.IsPartial));
}
