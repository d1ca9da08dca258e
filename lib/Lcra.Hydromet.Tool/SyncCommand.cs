using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Archive;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet sync --sites 3018,2959 --store rain.db</c>.</summary>
internal static class SyncCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        SiteSelection selection = new();
        ArchiveStoreOption store = new();
        Option<DateOnly?> from = Arguments.OptionalDay("--from", "The first day, in Central time. Without it, the beginning of each record.");
        Option<HistoryParameter[]> parameters = Arguments.Parameters("--parameters", "What to fill: rainDaily, rain (accumulated, every 15 minutes), flow, lakelevel. The default is rainDaily.");
        Option<int> budget = Arguments.Count("--budget", "The maximum number of requests in a day, in Central time, of everything that fills this archive.", new ArchiveSyncOptions().DailyBudget);

        // For tests, whose server is on the same machine.
        Option<int> interval = Arguments.Count("--interval-milliseconds", "The time between two requests.", 1_000);
        interval.Hidden = true;
        Command command = new("sync", "Fills an archive with LCRA's history: at most one request a second, and only what the archive lacks.") { from, parameters, budget, interval };
        selection.AddTo(command);
        store.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            HistoryParameter[] wanted = parsed.GetValue(parameters) is { Length: > 0 } chosen ? chosen : [HistoryParameter.RainDaily];
            ArchiveSyncOptions options = new()
            {
                MinInterval = global.IsReplay(parsed) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(parsed.GetValue(interval)),
                DailyBudget = parsed.GetValue(budget),
            };
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            await using HydrometArchive archive = await HydrometArchive.OpenAsync(store.Read(parsed), services.GetRequiredService<TimeProvider>(), cancellationToken);
            (IReadOnlyList<SiteId> sites, IReadOnlyList<Site> known) = await selection.ReadAsync(parsed, client, wanted, cancellationToken);
            await archive.StoreSitesAsync(known, cancellationToken);
            SyncOutput output = new(console, parsed.GetValue(global.Json));
            ArchiveSyncResult result = await console.ShowProgressAsync(
                "sync", show => new ArchiveSync(archive, client, options).RunAsync(sites, wanted, parsed.GetValue(from), output.To(show), cancellationToken));
            output.End(result);
            return CodeOf(result) is var code && code == ExitCode.Ok && known.Count == 0
                ? await CheckAsync(archive, console, global.IsReplay(parsed) ? "The recording" : "LCRA", sites, wanted, cancellationToken)
                : code;
        });
        return command;
    }

    // A mistyped number has no records either, and nothing is left to request of it.
    private static async Task<ExitCode> CheckAsync(
        HydrometArchive archive, ToolConsole console, string source, IReadOnlyList<SiteId> sites, HistoryParameter[] wanted, CancellationToken cancellationToken)
    {
        ArchiveStatus status = await archive.GetStatusAsync(cancellationToken);
        HashSet<SiteId> known = [.. status.Sites.Where(one => one.Records > 0 && wanted.Contains(one.Parameter)).Select(one => one.Site)];
        SiteId[] unknown = [.. sites.Where(site => !known.Contains(site))];
        foreach (SiteId site in unknown)
        {
            console.WriteNotice($"{source} has no record of {site} ({string.Join(", ", wanted.Select(parameter => parameter.Key))}). Check the number: 'hydromet gauges' lists all.");
        }

        return unknown.Length == sites.Count ? ExitCode.NoValue : ExitCode.Ok;
    }

    private static ExitCode CodeOf(ArchiveSyncResult result) => result.Outcome switch
    {
        ArchiveSyncOutcome.Completed when result.FailedWindows == 0 => ExitCode.Ok,
        ArchiveSyncOutcome.Blocked or ArchiveSyncOutcome.HostUnavailable => ExitCode.Failed,
        _ => ExitCode.Incomplete,
    };
}
