using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/guide.md, one method a block and in its order. The console is a parameter so that a test can read what it prints.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class GuideSamples
{
    public static async Task Nearest(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        report = report.Join(await client.GetSitesAsync());
        foreach (NearbyGauge near in report.Nearest(30.57m, -98.27m, 3))
        {
            RainfallTotal total = near.Gauge[RainfallPeriod.SinceMidnight];
            Console.WriteLine($"{total.Inches} in at {near.Gauge.Site.Name}, {near.DistanceKilometers} km at {near.BearingDegrees} degrees");
        }
    }

    public static async Task Area(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        AreaRainfall area = AreaRainfall.Of(report.InBasin("Highland Lakes"), RainfallPeriod.OneDayAgo);
        Console.WriteLine($"median {area.MedianInches} in, at most {area.Maximum?.Inches} in at {area.Maximum?.Site.Name}, {area}");
    }

    public static async Task Rivers(HydrometClient client, TextWriter Console)
    {
        SiteReport sites = await client.GetSitesAsync();
        foreach (SiteReading site in sites.Sites.Where(site => site.StageFeet >= site.BankfullStageFeet))
        {
            Console.WriteLine($"{site.Site.Name}: {site.StageFeet} ft, bankfull at {site.BankfullStageFeet} ft");
        }
    }

    public static async Task Lakes(HydrometClient client, TextWriter Console)
    {
        LakeLevel? travis = (await client.GetLakeLevelsAsync()).Find(SiteId.Parse("3963"));
        Console.WriteLine($"{travis?.Site.Name}: {travis?.ElevationFeet} ft above sea level, {travis?.PercentFull} % full");
    }

    public static async Task Consistency(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        Console.WriteLine(report.CheckConsistency().Count(finding => finding.Kind == FindingKind.LongerWindowHasLess));
        Console.WriteLine(report.CheckConsistency()[0].Message);
    }

    public static async Task Export(HydrometClient client, TextWriter Console)
    {
        RainfallReport report = await client.GetRainfallAsync();
        using MemoryStream file = new();
        await RainfallExport.WriteGeoJsonAsync(file, report.Gauges.Select(gauge => gauge[RainfallPeriod.TwentyFourHours]));
        Console.WriteLine(file.Length > 100_000 ? "a map of the rain" : "too little");
    }

    public static async Task Doctor(HydrometClient client, TextWriter Console)
    {
        DoctorReport report = await HydrometDoctor.CheckAsync(client);
        Console.WriteLine(report.IsHealthy ? "every feed is as expected" : report.ToString());
    }
}
