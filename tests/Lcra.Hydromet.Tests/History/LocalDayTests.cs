using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.History;

/// <summary>Days of a series from accumulated rainfall are local days.</summary>
public class LocalDayTests
{
    private const decimal AnInchAnHour = 0.25m;

    [Theory]
    [InlineData("2026-03-08", 23)]
    [InlineData("2026-11-01", 25)]
    [InlineData("2024-02-29", 24)]
    [InlineData("2025-12-31", 24)]
    public void A_day_of_steady_rain_has_as_many_inches_as_hours(string text, int hours)
    {
        DateOnly day = Day(text);

        SeriesTotal total = SteadyRain(day).TotalOfDays(day, day);

        Assert.Equal((hours, 1m), (total.Inches, total.Coverage));
    }

    [Theory]
    [InlineData("2026-03-08")]
    [InlineData("2026-11-01")]
    [InlineData("2024-02-29")]
    [InlineData("2025-12-31")]
    public void Daily_totals_of_a_counter_say_what_the_counter_says(string text)
    {
        DateOnly day = Day(text);
        RainfallSeries counter = SteadyRain(day);
        DateOnly[] days = [day.AddDays(-1), day, day.AddDays(1)];
        RainfallSeries daily = RainfallSeries.FromDailyTotals(
            days.Select(one => new DailyRainfall { Day = one, Inches = counter.TotalOfDays(one, one).Inches }));

        Assert.Equal(counter.TotalOfDays(days[0], days[^1]).Inches, daily.TotalOfDays(days[0], days[^1]).Inches);
    }

    [Fact]
    public void Days_that_end_before_they_begin_are_an_argument_error() =>
        Assert.Throws<ArgumentException>(() => SteadyRain(new(2026, 7, 4)).TotalOfDays(new(2026, 7, 4), new(2026, 7, 3)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static RainfallSeries SteadyRain(DateOnly around)
    {
        DateTimeOffset start = CentralTime.StartOfDay(around.AddDays(-2));
        return RainfallSeries.FromAccumulatedRainfall(Enumerable.Range(0, 5 * 96).Select(quarter => new AccumulatedRainfall(start.AddMinutes(15 * quarter), quarter * AnInchAnHour)));
    }
}
