using System.Globalization;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Readings and days in few words. Time runs in minutes from noon on 1 July 2026.</summary>
internal static class TestSeries
{
    public static readonly DateTimeOffset Noon = TestReports.Central(7, 1, 12);

    public static DateTimeOffset At(double minute) => Noon.AddMinutes(minute);

    public static AccumulatedRainfall Reading(double minute, decimal inches) => new(At(minute), inches);

    /// <summary>Makes a series of readings 15 minutes apart.</summary>
    public static RainfallSeries Every15Minutes(params decimal[] inches) =>
        RainfallSeries.FromAccumulatedRainfall(inches.Select((count, index) => Reading(15 * index, count)));

    /// <summary>Makes a series of counts that are parted by blanks.</summary>
    public static RainfallSeries Every15Minutes(string inches) =>
        Every15Minutes([.. inches.Split(' ').Select(count => decimal.Parse(count, CultureInfo.InvariantCulture))]);

    public static RainfallSeries Series(params (double Minute, decimal Inches)[] readings) =>
        RainfallSeries.FromAccumulatedRainfall(readings.Select(reading => Reading(reading.Minute, reading.Inches)));

    public static SeriesTotal Total(this RainfallSeries series, double fromMinute, double toMinute) =>
        series.Total(At(fromMinute), At(toMinute));

    public static SeriesTotal Whole(this RainfallSeries series) => series.Total(series.Start!.Value, series.End!.Value);

    public static IEnumerable<DailyRainfall> Days(DateOnly first, params decimal?[] inches) =>
        inches.Select((amount, index) => new DailyRainfall { Day = first.AddDays(index), Inches = amount });

    public static IEnumerable<DailyRainfall> DryDays(DateOnly first, DateOnly last) =>
        Days(first, [.. Enumerable.Repeat<decimal?>(0.00m, last.DayNumber - first.DayNumber + 1)]);

    public static async IAsyncEnumerable<AccumulatedRainfall> Slowly(params AccumulatedRainfall[] readings)
    {
        foreach (AccumulatedRainfall reading in readings)
        {
            await Task.Yield();
            yield return reading;
        }
    }
}
