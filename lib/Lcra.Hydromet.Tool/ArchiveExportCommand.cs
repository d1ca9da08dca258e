using System.CommandLine;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet archive export --table daily --sites 3018,2959</c>.</summary>
internal static class ArchiveExportCommand
{
    private static readonly Dictionary<string, ArchiveTable> Tables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["daily"] = ArchiveTable.Daily,
        ["daily-wide"] = ArchiveTable.DailyWide,
        ["accumulated"] = ArchiveTable.Accumulated,
        ["accumulated-wide"] = ArchiveTable.AccumulatedWide,
        ["streams"] = ArchiveTable.Streams,
        ["streams-wide"] = ArchiveTable.StreamsWide,
        ["lakes"] = ArchiveTable.Lakes,
        ["lakes-wide"] = ArchiveTable.LakesWide,
        ["events"] = ArchiveTable.Events,
    };

    public static Command Create(GlobalOptions global, ToolConsole console, ArchiveStoreOption store)
    {
        Option<ArchiveTable> table = Table();
        Option<string[]> sites = Arguments.List("--sites", "Gauges, such as 3018,2959. The default is all of the archive.", "site,site");
        Option<DateOnly?> from = Arguments.OptionalDay("--from", "The first day, in Central time. The default is the first of the archive.");
        Option<DateOnly?> to = Arguments.OptionalDay("--to", "The last day, which is included. The default is the last of the archive.");
        FileOptions file = new(global, isAlwaysFile: true);
        ArchiveParquetFiles parquet = new();
        Command command = new("export", "Writes a table of the archive as CSV, with --json as JSON Lines, or with --parquet as Parquet.") { table.Completes([.. Tables.Keys]), sites, from, to };
        file.AddTo(command);
        parquet.AddTo(command, file, global);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ArchiveTable chosen = parsed.GetValue(table);
            ExportFormat format = file.Format(parsed, ExportFormat.Csv);
            await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(store.Read(parsed), cancellationToken: cancellationToken);
            ArchiveSiteStatus[] there =
            [
                .. (await archive.GetStatusAsync(cancellationToken)).Sites.Where(site => site.Parameter == ParameterOf(chosen) && site.FirstDay is not null),
            ];
            SiteId[] wanted = parsed.GetValue(sites) is { Length: > 0 } named ? [.. named.Select(OutputFormatter.Site).Distinct()] : [.. there.Select(site => site.Site)];
            ArchiveSiteStatus[] spans = [.. there.Where(site => wanted.Contains(site.Site))];
            CheckSites(console, ParameterOf(chosen), wanted, spans);
            DateOnly first = parsed.GetValue(from) ?? spans.Min(site => site.FirstDay)!.Value;
            DateOnly last = parsed.GetValue(to) ?? spans.Max(site => site.LastDay)!.Value;
            if (last < first)
            {
                throw new ToolException(ExitCode.Usage, parsed.GetValue(to) is null ? $"--from must not be after the last day in the archive, {last:yyyy-MM-dd}." : "--to must not be before --from.");
            }

            long daysLeftOut = 0;
            Dictionary<SiteId, DateOnly> firstDays = spans.ToDictionary(site => site.Site, site => site.FirstDay!.Value);
            ExportOptions options = file.Options(parsed);
            (DateOnly First, DateOnly Last) archived = (spans.Min(site => site.FirstDay)!.Value, spans.Max(site => site.LastDay)!.Value);
            IReadOnlyList<(string Path, DateOnly First, DateOnly Last)>? files = parquet.Read(parsed, chosen, ParameterOf(chosen), (first, last), archived);
            ArchivedCounts counts = new(archive, spans, chosen == ArchiveTable.AccumulatedWide ? ArchiveWideRows.PartsOf(archived, (first, last), wanted.Length) : files?.Select(file => (file.First, file.Last)).ToArray() ?? [(first, last)]);
            if (files is not null)
            {
                ExitCode code = await WriteFilesAsync(console, files, (path, start, end) => WriteAsync(start, end, new ArchiveParquetOutput(path, options)));
                WriteDaysLeftOut(console, daysLeftOut);
                return files.Count > 0 ? code : WithoutRows(console, chosen, new ExportSummary { Rows = 0 });
            }

            ExportSummary summary = await console.WriteFileAsync(stream => WriteAsync(first, last, new ArchiveTextOutput(stream, format, options)));
            WriteDaysLeftOut(console, daysLeftOut);
            return summary.Rows > 0 ? ExitCode.Ok : WithoutRows(console, chosen, summary);

            async Task<ExportSummary> WriteAsync(DateOnly start, DateOnly end, ArchiveTableOutput output)
            {
                ArchiveTableWriter writer = new(archive, counts, wanted, firstDays, archived, (start, end), cancellationToken);
                daysLeftOut += writer.DaysLeftOut(chosen);
                ExportSummary written = await writer.WriteAsync(chosen, output);
                console.WriteRunning(writer.RunningDays);
                return written;
            }
        });
        return command;
    }

    private static Option<ArchiveTable> Table() => new("--table")
    {
        Description = "Which table. Events are parted by six hours without rain.",
        HelpName = string.Join('|', Tables.Keys),
        CustomParser = result =>
        {
            if (!Tables.TryGetValue(result.Tokens[0].Value, out ArchiveTable known))
            {
                result.AddError($"--table must be one of {string.Join(", ", Tables.Keys)}; it is '{result.Tokens[0].Value}'.");
            }

            return known;
        },
    };

    private static void CheckSites(ToolConsole console, HistoryParameter parameter, SiteId[] wanted, ArchiveSiteStatus[] spans)
    {
        if (spans.Length == 0)
        {
            throw new ToolException(ExitCode.NoValue, $"The archive has no {parameter} of {(wanted.Length > 0 ? string.Join(", ", wanted) : "any gauge")}: fill it with 'hydromet sync --parameters {parameter}' and the gauges.{(parameter.IsRain ? " That does not mean that it was dry." : "")}");
        }

        foreach (SiteId site in wanted.Except(spans.Select(known => known.Site)))
        {
            console.WriteNotice($"The archive has no {parameter} of {site}.");
        }
    }

    private static ExitCode WithoutRows(ToolConsole console, ArchiveTable table, ExportSummary summary)
    {
        if (summary.MissingLeftOut == 0)
        {
            string name = Tables.First(known => known.Value == table).Key;
            console.WriteError($"The table {name} has no row of these gauges and days.{(ParameterOf(table).IsRain ? " That does not mean that it was dry." : "")}");
        }

        return ExitCode.NoValue;
    }

    private static void WriteDaysLeftOut(ToolConsole console, long days)
    {
        if (days > 0)
        {
            console.WriteNotice($"{days} days before the first one in the archive of their gauge left out.");
        }
    }

    private static async Task<ExitCode> WriteFilesAsync(
        ToolConsole console, IReadOnlyList<(string Path, DateOnly First, DateOnly Last)> files, Func<string, DateOnly, DateOnly, Task<ExportSummary>> write)
    {
        ExitCode code = ExitCode.NoValue;
        int finished = 0;
        try
        {
            foreach ((string path, DateOnly first, DateOnly last) in files)
            {
                ExportSummary summary = await write(path, first, last);
                finished++;
                console.WriteLine($"{path}: {summary}");
                code = summary.Rows > 0 ? ExitCode.Ok : code;
            }

            return code;
        }
        catch when (files.Count > 1)
        {
            console.WriteNotice($"The export broke off: {finished} of {files.Count} years are written, and the folder is not whole. Run it again.");
            throw;
        }
    }

    private static HistoryParameter ParameterOf(ArchiveTable table) => table switch
    {
        ArchiveTable.Daily or ArchiveTable.DailyWide => HistoryParameter.RainDaily,
        ArchiveTable.Accumulated or ArchiveTable.AccumulatedWide or ArchiveTable.Events => HistoryParameter.Rain,
        ArchiveTable.Streams or ArchiveTable.StreamsWide => HistoryParameter.Flow,
        _ => HistoryParameter.LakeLevel,
    };
}
