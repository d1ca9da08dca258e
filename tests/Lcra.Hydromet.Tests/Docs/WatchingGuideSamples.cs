using System.Diagnostics.CodeAnalysis;

namespace Lcra.Hydromet.Tests.Docs;

/// <summary>The code of docs/watching.md, one method a block and in its order.</summary>
[SuppressMessage("Performance", "CA1849", Justification = "The guide writes to the console.")]
internal static class WatchingGuideSamples
{
    public static async Task Threshold(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        HydrometWatcherOptions options = new()
        {
            Thresholds = [new RainfallThreshold(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, overInches: 1.00m, clearsBelowInches: 0.50m)],
        };
        HydrometWatcher watcher = new(client, options, clock);
        await foreach (RainfallChange change in watcher.WatchAsync())
        {
            Console.WriteLine(change);
            break;
        }
    }

    public static async Task Source(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        HydrometWatcherOptions options = new()
        {
            Interval = TimeSpan.FromMinutes(5),
            Thresholds = [new RainfallThreshold(SiteId.Parse("COA:950"), RainfallPeriod.TwelveHours, overInches: 0.10m)],
        };
        HydrometWatcher watcher = new(async cancellationToken => await client.GetRainfallAsync(RainfallScope.AllFeeds, cancellationToken), options, clock);
        await foreach (RainfallChange change in watcher.WatchAsync())
        {
            Console.WriteLine(change);
            break;
        }
    }

    public static async Task Alerts(HydrometClient client, TimeProvider clock, TextWriter Console)
    {
        RainfallThreshold[] thresholds = [new RainfallThreshold(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, overInches: 2.00m)];
        RainfallAlertOptions options = new() { Webhook = new Uri("http://127.0.0.1:9/rain"), Thresholds = thresholds, MaxAttempts = 1 };
        await using RainfallAlertSender sender = new(options, (change, reason) => Console.WriteLine($"{change.Kind} was not delivered"));
        await foreach (RainfallChange change in new HydrometWatcher(client, new HydrometWatcherOptions { Thresholds = thresholds }, clock).WatchAsync())
        {
            if (sender.Send(change))
            {
                break;
            }
        }
    }
}
