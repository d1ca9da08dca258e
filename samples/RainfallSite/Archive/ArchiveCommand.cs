using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
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
            await using HydrometArchive archive = await HydrometArchive.OpenAsync(settings.ToOptions(), cancellationToken: cancellationToken);
            return IsMigration(name)
                ? await SayAsync(output, "The archive's tables are up to date.", isDone: true)
                : await SyncAsync(archive, configuration, output, cancellationToken);
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

    private static async Task<int> SyncAsync(HydrometArchive archive, IConfiguration configuration, TextWriter output, CancellationToken cancellationToken)
    {
        await using ServiceProvider services = Client(configuration);
        HydrometClient client = services.GetRequiredService<HydrometClient>();
        RainfallReport report = await client.GetRainfallAsync(cancellationToken);
        SiteId[] sites = [.. report.Gauges.Select(gauge => gauge.Site.Id).Where(site => site.IsLcra)];
        ArchiveSyncResult result = await new ArchiveSync(archive, client).RunAsync(sites, [HistoryParameter.RainDaily], cancellationToken: cancellationToken);
        return await SayAsync(output, result.ToString(), result is { Outcome: ArchiveSyncOutcome.Completed or ArchiveSyncOutcome.BudgetSpent, FailedWindows: 0 });
    }

    private static ServiceProvider Client(IConfiguration configuration)
    {
        ServiceCollection services = new();
        services.AddHydrometClient(configuration.GetSection(SiteOptions.Section), nameof(SiteOptions.Source));
        return services.BuildServiceProvider();
    }

    private static async Task<int> SayAsync(TextWriter output, string line, bool isDone)
    {
        await output.WriteLineAsync(line);
        return isDone ? 0 : 1;
    }
}
