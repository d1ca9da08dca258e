using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Crossings;

/// <summary>Shows every report to the log, also when nobody asks for a feed of crossings.</summary>
internal sealed class CrossingWatch(RainfallStore store, CrossingLog log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, clock);
        do
        {
            if (store.Current is { } report)
            {
                log.See(report);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
