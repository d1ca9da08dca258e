using Lcra.Hydromet;
using RainfallSite.Reports;

namespace RainfallSite.Crossings;

/// <summary>Records every report, also when no client requests a feed of crossings.</summary>
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
                log.Record(report);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
