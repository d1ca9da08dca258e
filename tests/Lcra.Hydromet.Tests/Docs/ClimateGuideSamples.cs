using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/climate.md, one method a block and in its order.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class ClimateGuideSamples
{
    public static async Task Ranks(HydrometClient client, TextWriter Console)
    {
        DateOnly yesterday = new(2026, 10, 1);
        RainfallClimate climate = await client.GetRainfallClimateAsync(SiteId.Parse("3018"), new DateOnly(1996, 1, 1), yesterday);
        Console.WriteLine(climate.RankOfDays(yesterday));
        Console.WriteLine(climate.RankOf(CalendarPeriod.Year, yesterday));
        Console.WriteLine(climate.CompareWithNormal(CalendarPeriod.Year, yesterday));
        Console.WriteLine(climate.WettestDays(2));
        Console.WriteLine(climate.LongestDrySpell());
    }

    public static async Task Suspects(HydrometClient client, TextWriter Console)
    {
        RainfallClimate climate = await client.GetRainfallClimateWithNeighborsAsync(SiteId.Parse("2959"), new DateOnly(1991, 1, 1), new DateOnly(2026, 10, 1));
        foreach (SuspectDay suspect in climate.SuspectDays)
        {
            Console.WriteLine(suspect);
        }
    }

    public static async Task Mean(HydrometClient client, TextWriter Console)
    {
        List<GaugeDailyRainfall> gauges = [];
        SiteReport sites = await client.GetSitesAsync();
        foreach (string number in new[] { "2959", "3018" })
        {
            Site site = sites.Find(SiteId.Parse(number))!.Site;
            gauges.Add(new GaugeDailyRainfall { Site = site, Days = await client.GetDailyRainfallAsync(site.Id, new DateOnly(2003, 1, 1), new DateOnly(2026, 10, 1)).ToListAsync() });
        }

        RainfallClimate both = RainfallClimate.OfMean(gauges, new RainfallClimateOptions { MinGaugePercent = 100 });
        Console.WriteLine(both.RankOf(CalendarPeriod.Month, new DateOnly(2007, 6, 30)));
    }

    public static async Task ReturnPeriods(Stream file, TextWriter Console)
    {
        Atlas14Table table = await Atlas14Table.ReadAsync(file);
        Console.WriteLine(table.ReturnPeriodOfDays(inches: 6.90m, days: 1));
        Console.WriteLine(table.ReturnPeriodOf(inches: 6.90m, TimeSpan.FromHours(24)));
    }
}
