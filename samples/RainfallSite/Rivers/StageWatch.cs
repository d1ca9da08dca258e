using RainfallSite.Reports;

namespace RainfallSite.Rivers;

/// <summary>Records the stages of every report, also when no page is requested.</summary>
internal sealed class StageWatch(NetworkStore network, StageLog log, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, clock);
        do
        {
            log.Record(network.CurrentSites);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
