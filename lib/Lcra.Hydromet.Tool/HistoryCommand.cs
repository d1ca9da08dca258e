using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet history 2959 --from 2026-09-01 --to 2026-09-30</c>.</summary>
internal static class HistoryCommand
{
    private static readonly TableColumn<DailyRainfall>[] Columns =
    [
        new("Day", day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { IsWhole = true },
        new("Inches", day => day.Inches?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "no amount") { IsNumber = true, IsAlert = day => day.Inches is null },
        new("Note", day => day.IsPartial ? "still running" : ""),
    ];

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", "An LCRA gauge, such as 2959.");
        Option<DateOnly> from = Arguments.Day("--from", "The first day, in Central time.");
        Option<DateOnly> to = Arguments.Day("--to", "The last day, which is included.");
        Option<bool> csv = new("--csv") { Description = "Write CSV." };
        Command command = new("history", "LCRA's daily rain at a gauge. A missing day is not a dry day.") { site, from, to, csv };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            SiteId requested = OutputFormatter.Site(parsed.GetRequiredValue(site));
            (DateOnly first, DateOnly last) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
            (bool asCsv, bool asJson) = (parsed.GetValue(csv), parsed.GetValue(global.Json));
            if (asCsv && asJson)
            {
                throw new ToolException(ExitCode.Usage, "Choose --csv or --json.");
            }

            if (last < first)
            {
                throw new ToolException(ExitCode.Usage, "--to must not be before --from.");
            }

            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            if (asCsv)
            {
                console.WriteLine("site,day,rain_in,partial");
            }

            List<DailyRainfall> days = await ReadAsync(
                console,
                requested,
                (first, last),
                client.GetDailyRainfallAsync(requested, first, last, cancellationToken),
                asCsv ? day => CsvOf(requested, day) : asJson ? day => JsonOf(requested, day) : console.IsTerminal ? null : LineOf);
            if (console.IsTerminal && !asCsv && !asJson)
            {
                console.WriteRows(days, LineOf, Columns);
            }

            if (!days.Exists(day => day.Inches is not null))
            {
                console.WriteError($"LCRA has no amount for {requested} in that time, or the gauge is unknown. That does not mean that it was dry.");
                return ExitCode.NoValue;
            }

            if (!asCsv && !asJson)
            {
                SeriesTotal total = RainfallSeries.FromDailyTotals(days).TotalOfDays(first, last);
                console.WriteLine($"{requested} total: {total}{(days.Exists(day => day.IsPartial) ? ", the last day is still running" : "")}");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    // Lines are written as they come; without a line the caller writes a table of all days.
    private static Task<List<DailyRainfall>> ReadAsync(
        ToolConsole console, SiteId site, (DateOnly First, DateOnly Last) span, IAsyncEnumerable<DailyRainfall> days, Func<DailyRainfall, string>? line) =>
        console.ShowProgressAsync($"{site}", span.Last.DayNumber - span.First.DayNumber + 1, async progress =>
        {
            List<DailyRainfall> read = [];
            await foreach (DailyRainfall day in days)
            {
                read.Add(day);
                progress(day.Day.DayNumber - span.First.DayNumber + 1);
                if (line is not null)
                {
                    console.WriteLine(line(day));
                }
            }

            return read;
        });

    private static string LineOf(DailyRainfall day)
    {
        string amount = day.Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in") : "no amount";
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd} {amount}{(day.IsPartial ? ", still running" : "")}");
    }

    private static string CsvOf(SiteId site, DailyRainfall day) =>
        string.Create(CultureInfo.InvariantCulture, $"{site},{day.Day:yyyy-MM-dd},{day.Inches},{(day.IsPartial ? "true" : "false")}");

    private static string JsonOf(SiteId site, DailyRainfall day) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("site", site.ToString());
        json.WriteString("day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Number("rain_in", day.Inches);
        json.WriteBoolean("partial", day.IsPartial);
    });
}
