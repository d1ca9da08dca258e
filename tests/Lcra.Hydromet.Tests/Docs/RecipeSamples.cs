using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/recipes.md, one method a block and in its order. The console is a parameter so that a test can read what it prints.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The page writes to the console.")]
internal static class RecipeSamples
{
    public static async Task RainAtAGauge(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        RainfallTotal? total = report.Find(SiteId.Parse("3018"))?[RainfallPeriod.SinceMidnight];
        Console.WriteLine(total?.Inches is { } inches ? $"{inches} in until {total.ObservedAt:h:mm tt}" : $"no amount: {total?.Missing}");
    }

    public static async Task NearestFive(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync(RainfallScope.AllFeeds);
        foreach (NearbyGauge near in report.Nearest(30.27m, -97.74m, 5))
        {
            RainfallTotal total = near.Gauge[RainfallPeriod.TwentyFourHours];
            Console.WriteLine($"{near.DistanceKilometers:0.0} km: {total.Site.Name}, {(total.Inches is null ? $"no amount ({total.Missing})" : $"{total.Inches} in")}");
        }
    }

    public static async Task BasinMean(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        AreaRainfall basin = AreaRainfall.Of(report.InBasin("Highland Lakes"), RainfallPeriod.TwentyFourHours);
        Console.WriteLine($"mean {basin.MeanInches:0.00} in of {basin.Reporting.Count} gauges, {basin.Missing.Count} without an amount");
    }

    public static async Task Weekend(TextWriter Console)
    {
        SiteId site = SiteId.Parse("3018");
        DateTimeOffset friday = CentralTime.ToInstant(new DateTime(2026, 9, 25, 18, 0, 0));
        DateTimeOffset sunday = CentralTime.ToInstant(new DateTime(2026, 9, 27, 12, 0, 0));
        IEnumerable<AccumulatedRainfall> counts = Enumerable.Range(0, 192).Select(i => new AccumulatedRainfall(friday.AddMinutes(15 * (i - 4)), 12.00m + (0.01m * Math.Min(i, 80))));
        using HttpClient recorded = new(new ReplayHandler(HydrometRecording.StormOfOctober2026().WithAccumulated(site, counts)));
        using HydrometClient client = new(recorded);
        SeriesTotal weekend = await client.GetRainfallTotalAsync(site, friday, sunday);
        Console.WriteLine($"{weekend.Inches} in, coverage {weekend.Coverage:P0}, {weekend.Gaps.Count} gaps");
    }

    public static async Task YearsToCsv(HydrometClient client, TextWriter Console)
    {
        SiteId site = SiteId.Parse("3018");
        DateOnly first = new(2023, 1, 1);
        DateOnly last = new(2025, 12, 31);
        List<DailyRainfall> days = [];
        await foreach (DailyRainfall day in client.GetDailyRainfallAsync(site, first, last))
        {
            days.Add(day);
        }

        using MemoryStream file = new();
        IEnumerable<CalendarTotal> years = CalendarTotal.By(days, CalendarPeriod.Year, first, last);
        await RainfallExport.WriteAsync(file, ExportFormat.Csv, ExportTables.Calendar, years.Of(site));
        Console.Write(System.Text.Encoding.UTF8.GetString(file.ToArray()));
    }

    public static async Task Alert(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        HydrometWatcherOptions options = new() { Thresholds = [new RainfallThreshold(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, overInches: 2.00m)] };
        await foreach (RainfallChange change in new HydrometWatcher(client, options, clock).WatchAsync())
        {
            if (change.Kind == RainfallChangeKind.ThresholdCrossed)
            {
                Console.WriteLine($"{change.Site?.Name}: {change.Total?.Inches} in");
                break;
            }
        }
    }

    public static async Task UnitTest(TextWriter Console)
    {
        SiteId site = SiteId.Parse("3018");
        HydrometRecording dry = HydrometRecording.StormOfOctober2026().With(site, RainfallPeriod.TwentyFourHours, 0.00m);
        HydrometRecording silent = HydrometRecording.StormOfOctober2026().WithMissing(site, RainfallPeriod.TwentyFourHours);
        foreach (HydrometRecording recording in new[] { dry, silent })
        {
            using HydrometClient client = new(new HttpClient(new ReplayHandler(recording)));
            RainfallTotal? total = (await client.GetRainfallAsync()).Find(site)?[RainfallPeriod.TwentyFourHours];
            bool waters = total?.Inches < 0.10m;
            Console.WriteLine($"{total?.Inches} ({total?.Missing}): {(waters ? "water the garden" : "wait")}");
        }
    }
}
