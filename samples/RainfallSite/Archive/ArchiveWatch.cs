using System.Diagnostics.Metrics;
using System.Text.Json;
using Lcra.Hydromet.Archive;

namespace RainfallSite.Archive;

/// <summary>Reads the archive's last sync once a minute, so that readiness and metrics tell it without waiting for a database.</summary>
internal sealed class ArchiveWatch : BackgroundService
{
    public const string MeterName = "RainfallSite.Archive";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly SiteArchive _archive;
    private readonly TimeProvider _clock;
    private readonly ArchiveFilling? _filling;
    private readonly Meter _meter = new(MeterName);
    private ArchiveState? _last;

    public ArchiveWatch(SiteArchive archive, TimeProvider clock, ArchiveFilling? filling = null)
    {
        _archive = archive;
        _clock = clock;
        _filling = filling;
        _meter.CreateObservableGauge("hydromet.archive.sync.age", Ages, "s", "The time since the last sync ended.");
        _meter.CreateObservableGauge("hydromet.archive.sync.failed_windows", FailedWindows, "{window}", "The windows that failed in the last sync that ended.");
        _meter.CreateObservableGauge("hydromet.archive.available", () => _last is { Failure: null } ? 1 : 0, description: "1 when the archive could be read, 0 when it could not.");
    }

    /// <summary>Gets the state as it was read last, with the queue of now.</summary>
    public ArchiveState Current => (Volatile.Read(ref _last) ?? new ArchiveState(null)) with { Queue = _filling?.Count };

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, _clock);
        do
        {
            Volatile.Write(ref _last, await ReadAsync(stoppingToken));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<ArchiveState> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            ArchiveSyncStatus status = await ArchiveSync.GetStatusAsync(await _archive.OpenAsync(cancellationToken), cancellationToken);
            return new ArchiveState(
                null, status.StartedAt, status.EndedAt, status.Outcome is { } outcome ? Name(outcome) : null, status.FailedWindows, status.PausedUntil, status.IsBlocked);
        }
        catch (HydrometArchiveException failure)
        {
            return new ArchiveState(null, Failure: Name(failure.Reason));
        }
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private IEnumerable<Measurement<double>> Ages() => _last?.SyncEndedAt is { } ended ? [new Measurement<double>((_clock.GetUtcNow() - ended).TotalSeconds)] : [];

    private IEnumerable<Measurement<int>> FailedWindows() => _last?.FailedWindows is { } failed ? [new Measurement<int>(failed)] : [];
}
