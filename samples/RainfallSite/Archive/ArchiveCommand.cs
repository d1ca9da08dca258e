using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;
using RainfallSite.Settings;

namespace RainfallSite.Archive;

/// <summary>What the program does instead of serving pages: <c>migrate</c> brings the archive's tables up to date, <c>sync</c> fills it with daily rain.</summary>
internal static class ArchiveCommand
{
    public static bool IsNamed(string[] args) => args is ["migrate" or "sync", ..];

    public static async Task<int> RunAsync(string name, IConfiguration configuration, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            ArchiveSettings settings = ArchiveSettings.Read(configuration)
                ?? throw SettingNames.Invalid($"{ArchiveSettings.Section}:{nameof(ArchiveSettings.ConnectionString)}", "the file or server of the archive", null);
            HydrometRecording? recording = SiteOptions.Read(configuration).Source == FeedSource.Replay ? HydrometRecording.StormOfOctober2026() : null;
            TimeProvider? clock = recording is null ? null : new ReplayClock(recording.RecordedAt);
            await using HydrometArchive archive = await HydrometArchive.OpenAsync(settings.ToOptions(), clock, cancellationToken);
            return IsMigration(name)
                ? await SayAsync(output, "The archive's tables are up to date.", isDone: true)
                : await SyncAsync(archive, configuration, recording, output, cancellationToken);
        }
        catch (HydrometArchiveException newer) when (newer.Reason == ArchiveFailureReason.SchemaTooNew && IsMigration(name))
        {
            // A revert to an earlier image must not wait for tables that only go forward.
            return await SayAsync(output, $"Nothing was migrated. {newer.Message}", isDone: true);
        }
        catch (Exception failure) when (failure is HydrometException or InvalidOperationException)
        {
            await error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static bool IsMigration(string name) => string.Equals(name, "migrate", StringComparison.Ordinal);

    // A recording has the histories of a few gauges, and needs no pace.
    private static async Task<int> SyncAsync(HydrometArchive archive, IConfiguration configuration, HydrometRecording? recording, TextWriter output, CancellationToken cancellationToken)
    {
        await using ServiceProvider services = Client(configuration, recording);
        HydrometClient client = services.GetRequiredService<HydrometClient>();
        RainfallReport report = await client.GetRainfallAsync(cancellationToken);
        SiteId[] sites = [.. report.Gauges.Select(gauge => gauge.Site.Id).Where(site => site.IsLcra && recording?.HasHistory(site, HistoryParameter.RainDaily) != false)];
        ArchiveSyncOptions options = recording is null ? new() : new() { MinInterval = TimeSpan.Zero };
        ArchiveSyncResult result = await new ArchiveSync(archive, client, options).RunAsync(sites, [HistoryParameter.RainDaily], cancellationToken: cancellationToken);
        return await SayAsync(output, result.ToString(), result is { Outcome: ArchiveSyncOutcome.Completed or ArchiveSyncOutcome.BudgetSpent, FailedWindows: 0 });
    }

    private static ServiceProvider Client(IConfiguration configuration, HydrometRecording? recording)
    {
        ServiceCollection services = new();
        IHttpClientBuilder client = services.AddHydrometClient(configuration.GetSection(SiteOptions.Section), nameof(SiteOptions.Source));
        if (recording is not null)
        {
            client.UseReplay(recording);
        }

        return services.BuildServiceProvider();
    }

    private static async Task<int> SayAsync(TextWriter output, string line, bool isDone)
    {
        await output.WriteLineAsync(line);
        return isDone ? 0 : 1;
    }
}
