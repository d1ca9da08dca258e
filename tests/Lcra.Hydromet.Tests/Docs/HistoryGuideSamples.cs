using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/history-and-windows.md, one method a block and in its order.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class HistoryGuideSamples
{
    public static async Task AnyWindow(HydrometClient client, TextWriter Console)
    {
        List<DailyRainfall> days = [];
        await foreach (DailyRainfall day in client.GetDailyRainfallAsync(SiteId.Parse("2268"), new DateOnly(2026, 7, 1), new DateOnly(2026, 10, 1)))
        {
            days.Add(day);
        }

        RainfallSeries series = RainfallSeries.FromDailyTotals(days);
        SeriesTotal september = series.TotalOfDays(new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 30));
        Console.WriteLine($"September: {september.Inches} in, {september.Coverage:P0} of it known");
        SeriesTotal? wettest = series.MaximumDepth(TimeSpan.FromDays(2));
        Console.WriteLine($"wettest two days: {wettest?.Inches} in from {wettest?.Start:MMMM d}");
    }

    public static void Counter(TextWriter Console)
    {
        DateTimeOffset six = new(2026, 10, 1, 18, 0, 0, TimeSpan.FromHours(-5));
        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(
        [
            new AccumulatedRainfall(six, 41.20m),
            new AccumulatedRainfall(six.AddMinutes(15), 41.55m),
            new AccumulatedRainfall(six.AddMinutes(30), 0.00m),
            new AccumulatedRainfall(six.AddMinutes(45), 0.10m),
            new AccumulatedRainfall(six.AddHours(3), 0.90m),
        ]);
        SeriesTotal evening = series.Total(six, six.AddHours(3));
        Console.WriteLine(evening);
        Console.WriteLine($"{evening.Flags[0].Kind} at {evening.Flags[0].At:HH:mm}, nothing known for {evening.Gaps[0].End - evening.Gaps[0].Start}");
    }

    public static void TwoReadingsOfOneRecord(TextWriter Console)
    {
        DateTimeOffset noon = new(2026, 10, 1, 12, 0, 0, TimeSpan.FromHours(-5));
        decimal[] counts = [1.20m, 0.00m, 0.10m, 1.30m, 1.30m];
        RainfallSeries series = RainfallSeries.FromAccumulatedRainfall(counts.Select((inches, i) => new AccumulatedRainfall(noon.AddMinutes(15 * i), inches)));
        SeriesTotal hour = series.Total(noon, noon.AddHours(1));
        Console.WriteLine($"{hour.Inches} to {hour.Inches + hour.UncertaintyInches} in");
    }

    public static void ClockChange(TextWriter Console)
    {
        DailyRainfall[] days = [new() { Day = new DateOnly(2026, 10, 31), Inches = 0.00m }, new() { Day = new DateOnly(2026, 11, 1), Inches = 0.40m }];
        SeriesTotal sunday = RainfallSeries.FromDailyTotals(days).TotalOfDays(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1));
        Console.WriteLine($"{sunday}: {(sunday.End - sunday.Start).TotalHours} hours");
    }

    public static async Task Flags(HydrometClient client, TextWriter Console)
    {
        List<DailyRainfall> may = [];
        await foreach (DailyRainfall day in client.GetDailyRainfallAsync(SiteId.Parse("2959"), new DateOnly(1997, 5, 1), new DateOnly(1997, 5, 31)))
        {
            may.Add(day);
        }

        foreach (RainfallFlag flag in DailyRainfallQuality.Check(may, resolutionInches: 0.01m).Where(flag => flag.Kind == RainfallFlagKind.IsolatedExtreme))
        {
            Console.WriteLine(flag.Message);
        }
    }

    public static async Task SamePeriod(HydrometClient client, TextWriter Console)
    {
        foreach (string number in new[] { "2959", "3018" })
        {
            List<DailyRainfall> days = [];
            await foreach (DailyRainfall day in client.GetDailyRainfallAsync(SiteId.Parse(number), new DateOnly(2025, 1, 1), new DateOnly(2026, 10, 2)))
            {
                days.Add(day);
            }

            YearOverYearComparison? year = YearOverYearComparison.YearToDate(days, new DateOnly(2026, 10, 2));
            Console.WriteLine(year?.DifferenceInches is { } more
                ? $"{number}: {more} in more than on the same {year.Previous.DayCount} days of 2025"
                : $"{number}: 2025 lacks {year?.Previous.MissingDays.Count} days, so there is no comparison");
        }
    }
}
