using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Archive.Tests.Docs;

/// <summary>The code of the package's readme, from the third line on.</summary>
internal static class ReadmeSample
{
    [SuppressMessage("Performance", "CA1849", Justification = "The README writes to the console.")]
    public static async Task RunAsync(HydrometClient client, HydrometArchive archive, TextWriter Console)
    {
        ArchiveRequest request = new()
        {
            Site = SiteId.Parse("3018"),
            Parameter = HistoryParameter.RainDaily,
            First = new DateOnly(2007, 6, 25),
            Last = new DateOnly(2007, 6, 28),
            RequestedAt = TimeProvider.System.GetUtcNow(),
        };
        DailyRainfall[] days = await client.GetDailyRainfallAsync(request.Site, request.First, request.Last).ToArrayAsync();
        Console.WriteLine(await archive.StoreDailyRainfallAsync(request, days));

        await foreach (DailyRainfall day in archive.GetDailyRainfallAsync(request.Site, new DateOnly(2007, 6, 26), new DateOnly(2007, 6, 27)))
        {
            Console.WriteLine(day);
        }

        Console.WriteLine(await archive.GetCoverageAsync(request.Site, request.Parameter, new DateOnly(2007, 6, 27), new DateOnly(2007, 6, 30)));
    }
}
