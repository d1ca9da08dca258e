using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/watching.md, one method a block and in its order.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class WatchingGuideSamples
{
    public static async Task Threshold(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        HydrometWatcher watcher = new(client, clock, new HydrometWatcherOptions
        {
            Thresholds = [new RainfallThreshold(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, overInches: 1.00m, clearsBelowInches: 0.50m)],
        });
        await foreach (RainfallChange change in watcher.WatchAsync())
        {
            Console.WriteLine(change);
            break;
        }
    }

    public static async Task Source(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        HydrometWatcher watcher = new(
            async cancellationToken => await client.GetRainfallAsync(cancellationToken),
            clock,
            new HydrometWatcherOptions
            {
                Interval = TimeSpan.FromMinutes(5),
                Thresholds = [new RainfallThreshold(SiteId.Parse("COA:950"), RainfallPeriod.TwelveHours, overInches: 0.10m)],
            });
        await foreach (RainfallChange change in watcher.WatchAsync())
        {
            Console.WriteLine(change);
            break;
        }
    }
}
