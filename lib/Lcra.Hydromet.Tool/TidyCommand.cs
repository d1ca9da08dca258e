using System.CommandLine;
using Lcra.Hydromet.Rainfall.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet tidy Rain5Day.csv</c>.</summary>
internal static class TidyCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string[]> files = Arguments.Texts("file", "Responses of LCRA's feeds, such as a Rain5Day.csv that was downloaded.");
        files.Arity = ArgumentArity.ZeroOrMore;
        Option<bool> live = new("--live") { Description = "Download the current feeds instead of reading files." };
        FileOptions file = new(global, isAlwaysFile: true);
        Command command = new("tidy", "Raw feeds as CSV that every program reads: a row for each gauge and period or day, and a header as long as its rows.") { files, live };
        file.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            string[] paths = parsed.GetValue(files) ?? [];
            bool isLive = parsed.GetValue(live);
            if (isLive == paths.Length > 0 || Array.Exists(paths, string.IsNullOrWhiteSpace))
            {
                throw new ToolException(ExitCode.Usage, "Name files, or use --live for the current feeds.");
            }

            ExportFormat format = file.Format(parsed, ExportFormat.Csv);
            ExportOptions options = file.Options(parsed);
            if (isLive)
            {
                await using ServiceProvider services = global.Connect(parsed);
                RainfallReport report = await services.GetRequiredService<HydrometClient>().GetRainfallAsync(cancellationToken);
                await console.WriteFileAsync(stream => RainfallExport.WriteReportAsync(stream, format, report, options, cancellationToken));
                return report.Feeds.All(feed => feed.Failure is null) ? ExitCode.Ok : ExitCode.Failed;
            }

            List<FeedFile> feeds = [];
            foreach (string path in paths)
            {
                feeds.Add(await FeedFile.ReadAsync(path, cancellationToken));
            }

            bool hasLakes = feeds.Exists(feed => feed.Feed == HydrometFeed.LakeLevels);
            if (hasLakes && feeds.Count > 1)
            {
                throw new ToolException(ExitCode.Usage, "LakeLevel.csv has other columns than the rainfall feeds: run tidy for it alone.");
            }

            if (hasLakes)
            {
                LakeReport lakes = await ReadLakesAsync(feeds[0], cancellationToken);
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, format, ExportTables.Lakes(lakes), lakes.Lakes, options, cancellationToken));
                return ExitCode.Ok;
            }

            List<RainfallTotal> totals = [];
            foreach (FeedFile feed in feeds)
            {
                totals.AddRange(await ReadTotalsAsync(feed, console, cancellationToken));
            }

            await WriteAsync(totals);
            return ExitCode.Ok;

            Task<ExportSummary> WriteAsync(IEnumerable<RainfallTotal> rows) =>
                console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, format, ExportTables.Totals, rows, options, cancellationToken));
        });
        return command;
    }

    // A file was not downloaded now; when it was is unknown.
    private static async Task<LakeReport> ReadLakesAsync(FeedFile file, CancellationToken cancellationToken)
    {
        LakeReport read = await ReadAsync(file, client => client.GetLakeLevelsAsync(cancellationToken));
        return new LakeReport { Lakes = read.Lakes, Feed = read.Feed with { FetchedAt = null }, Findings = read.Findings };
    }

    private static async Task<IEnumerable<RainfallTotal>> ReadTotalsAsync(FeedFile file, ToolConsole console, CancellationToken cancellationToken)
    {
        RainfallScope scope = file.Feed == HydrometFeed.AllSites ? RainfallScope.AllFeeds : RainfallScope.CsvFeeds;
        RainfallReport report = await ReadAsync(file, client => client.GetRainfallAsync(scope, cancellationToken));
        int last24 = report.FeedSet.FiveDay is { } table ? Enumerable.Range(0, table.Rows.Length).Count(row => table.CellAt(row, FiveDayColumns.Last24Slot).Value is not null) : 0;
        if (last24 > 0)
        {
            console.WriteNotice($"{last24} amounts of the column Last24 of {file.Feed} left out: their 24 hours end at a time that the file does not have. {HydrometFeed.Rainfall} has the same rain as 24_hour.");
        }

        return report.Gauges
            .SelectMany(gauge => gauge.Totals)
            .Where(total => total.Source.Feed == file.Feed)
            .Select(total => total with { Source = total.Source with { FetchedAt = null } });
    }

    private static async Task<TResult> ReadAsync<TResult>(FeedFile file, Func<HydrometClient, Task<TResult>> read)
    {
        using FeedFileHandler handler = new(file);
        using HttpClient http = new(handler) { BaseAddress = new Uri(HydrometClientOptions.LcraAddress) };
        using HydrometClient client = new(http);
        return await read(client);
    }
}
