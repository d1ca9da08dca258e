using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet history 2959 --from 2026-09-01 --to 2026-09-30</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        HistoryOptions options = new(global);
        Command command = new("history", "LCRA's daily rain at gauges. A missing day is not a dry day.");
        options.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            HistoryQuery query = options.Read(parsed);
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            query = await query.FindSitesAsync(client, cancellationToken);
            TimeProvider clock = services.GetRequiredService<TimeProvider>();
            HistoryReader reader = new(client, clock, console, query);
            if (query.By is { } period)
            {
                return await WritePeriodsAsync(console, query, period, reader, clock, cancellationToken);
            }

            await (query switch
            {
                { Format: { } format, IsWide: true } => WriteWideAsync(console, query, format, reader, cancellationToken),
                { Format: { } format } => reader.WriteAllAsync(format, cancellationToken),
                _ => new HistoryText(console, query, reader, CentralTime.Today(clock)).WriteAsync(cancellationToken),
            });
            return reader.End();
        });
        return command;
    }

    private static async Task<ExitCode> WritePeriodsAsync(
        ToolConsole console, HistoryQuery query, CalendarPeriod period, HistoryReader reader, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<SiteRecord<CalendarTotal>> rows = [];
        foreach (SiteId site in query.Sites)
        {
            List<DailyRainfall> days = await reader.ReadAsync(site, cancellationToken);
            rows.AddRange(CalendarTotal.By(days, period, query.First, query.Last, query.AllowedMissingDays, clock).Of(site));
        }

        if (query.Format is { } format)
        {
            await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, format, ExportTables.Calendar, rows, query.Options, cancellationToken));
        }
        else
        {
            console.WriteLines(rows.Select(row => UnitsOption.Convert(row.ToString(), row.Site.ResolutionInches, query.Unit)));
        }

        if (!rows.Exists(row => row.Record.Inches is not null) && reader.HasAmount)
        {
            console.WriteError("No period has an amount, because days are missing or were not requested. That does not mean that it was dry. Request whole periods, or allow missing days with --allow-missing.");
            return ExitCode.NoValue;
        }

        if (rows.Count(row => row.Record is { Inches: not null, MissingDays: > 0 }) is > 0 and var incomplete)
        {
            console.WriteNotice($"{incomplete} of the amounts lack days that are missing.");
        }

        return reader.End();
    }

    private static async Task WriteWideAsync(
        ToolConsole console, HistoryQuery query, ExportFormat format, HistoryReader reader, CancellationToken cancellationToken)
    {
        List<List<DailyRainfall>> gauges = [];
        foreach (SiteId site in query.Sites)
        {
            gauges.Add(await reader.ReadAsync(site, cancellationToken));
        }

        console.WriteRunning(WideDays.RunningIn(gauges));
        await console.WriteFileAsync(stream => RainfallExport.WriteAsync(
            stream, format, ExportTables.DailyWide(query.Sites), DailyRainfallRow.Of(gauges, query.First, query.Last), query.Options, cancellationToken));
    }
}
