using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Exports.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet archive status|findings|verify|export|backup</c>. Nothing here uses the network.</summary>
internal static class ArchiveCommand
{
    private static readonly TableColumn<ArchiveSiteStatus>[] Columns =
    [
        new("Site", site => site.Site.ToString()) { IsWhole = true },
        new("Parameter", site => site.Parameter.Key) { IsWhole = true },
        new("First day", site => Text(site.FirstDay)) { IsWhole = true },
        new("Last day", site => Text(site.LastDay)) { IsWhole = true },
        new("Records", site => Text(site.Records)) { IsNumber = true },
        new("Days with an amount", site => Text(site.DaysWithAmount)) { IsNumber = true },
        new("Missing days", site => Text(site.MissingDays)) { IsNumber = true, IsAlert = site => site.MissingDays > 0 },
    ];

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        ArchiveStoreOption store = new();
        Command command = new("archive", "Reads an archive that 'hydromet sync' filled, without the network.")
        {
            Status(global, console, store),
            ArchiveFindingsCommand.Create(global, console, store),
            Verify(global, console, store),
            ArchiveExportCommand.Create(global, console, store),
            Backup(global, console, store),
        };
        store.AddTo(command);
        return command;
    }

    private static Command Status(GlobalOptions global, ToolConsole console, ArchiveStoreOption store)
    {
        Command command = new("status", "First and last day, days with an amount and missing days of each site, and the last sync.");
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(store.Read(parsed), cancellationToken: cancellationToken);
            ArchiveStatus status = await archive.GetStatusAsync(cancellationToken);
            if (parsed.GetValue(global.Json))
            {
                console.WriteLines(status.Sites.Select(JsonOf));
            }
            else
            {
                console.WriteRows([.. status.Sites], site => site.ToString(), Columns);
            }

            ArchiveSyncStatus sync = await ArchiveSync.GetStatusAsync(archive, cancellationToken);
            console.WriteNotice($"{status}; {sync}");
            return status.Sites.Count > 0 ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }

    private static Command Verify(GlobalOptions global, ToolConsole console, ArchiveStoreOption store)
    {
        Command command = new("verify", "Reads and checks everything that is in the archive.");
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(store.Read(parsed), cancellationToken: cancellationToken);
            ArchiveVerification result = await archive.VerifyAsync(cancellationToken);
            console.WriteLine(parsed.GetValue(global.Json)
                ? OutputFormatter.JsonOf(json =>
                {
                    json.WriteNumber("days", result.Days);
                    json.WriteNumber("readings", result.Readings);
                    json.WriteNumber("packed_days", result.Packs);
                    json.WriteNumber("problems", result.Problems.Count);
                })
                : string.Create(CultureInfo.InvariantCulture, $"{result.Days} days, {result.Readings} readings, {result.Packs} packed days: {(result.IsSound ? "no problem" : "damaged")}"));
            foreach (string problem in result.Problems)
            {
                console.WriteError(problem);
            }

            return result.IsSound ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    private static Command Backup(GlobalOptions global, ToolConsole console, ArchiveStoreOption store)
    {
        Argument<string> file = Arguments.Text("file", "The new file.");
        Command command = new("backup", "Copies an SQLite archive into a new file while others use it.") { file };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ArchiveOptions options = store.Read(parsed);
            if (options.Provider == ArchiveProvider.PostgreSql)
            {
                throw new ToolException(ExitCode.Usage, "The archive is in PostgreSQL: use pg_dump.");
            }

            string target = parsed.GetRequiredValue(file);
            await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(options, cancellationToken: cancellationToken);
            await archive.BackupAsync(target, cancellationToken);
            long length = new FileInfo(target).Length;
            console.WriteLine(parsed.GetValue(global.Json)
                ? OutputFormatter.JsonOf(json =>
                {
                    json.WriteString("file", target);
                    json.WriteNumber("bytes", length);
                })
                : string.Create(CultureInfo.InvariantCulture, $"{target}: {length} bytes"));
            return ExitCode.Ok;
        });
        return command;
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string JsonOf(ArchiveSiteStatus site) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("site", ExportTexts.Format(site.Site));
        json.WriteString("parameter", site.Parameter.Key);
        json.WriteString("first_day", site.FirstDay is null ? null : Text(site.FirstDay));
        json.WriteString("last_day", site.LastDay is null ? null : Text(site.LastDay));
        json.WriteNumber("records", site.Records);
        json.Number("days_with_amount", site.DaysWithAmount);
        json.Number("missing_days", site.MissingDays);
        json.Time("last_requested", site.LastRequestedAt);
    });
}
