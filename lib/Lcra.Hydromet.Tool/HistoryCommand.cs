using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet history 2959 --from 2026-09-01 --to 2026-09-30</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = new("site") { Description = "A gauge of LCRA: 2959." };
        Option<DateOnly> from = Day("--from", "The first day, in Central time.");
        Option<DateOnly> to = Day("--to", "The last day; it belongs to the span.");
        Option<bool> csv = new("--csv") { Description = "Write CSV." };
        Command command = new("history", "LCRA's daily rain at a gauge. A day that is absent is not a dry day.") { site, from, to, csv };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            SiteId asked = OutputFormatter.Site(parsed.GetRequiredValue(site));
            (DateOnly first, DateOnly last) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
            (bool asCsv, bool asJson) = (parsed.GetValue(csv), parsed.GetValue(global.Json));
            if (asCsv && asJson)
            {
                throw new ToolException(ExitCode.Usage, "Choose --csv or --json.");
            }

            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            IAsyncEnumerable<DailyRainfall> days = client.GetDailyRainfallAsync(asked, first, last, cancellationToken);
            return await WriteAsync(console, asked, first, last, days, asCsv ? CsvOf : asJson ? JsonOf : LineOf, asCsv, withSum: !asCsv && !asJson, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> WriteAsync(
        ToolConsole console,
        SiteId site,
        DateOnly first,
        DateOnly last,
        IAsyncEnumerable<DailyRainfall> days,
        Func<SiteId, DailyRainfall, string> write,
        bool asCsv,
        bool withSum,
        CancellationToken cancellationToken)
    {
        List<DailyRainfall> read = [];
        if (asCsv)
        {
            console.WriteLine("site,day,rain_in,partial");
        }

        try
        {
            await foreach (DailyRainfall day in days.WithCancellation(cancellationToken))
            {
                if (day.Day.Day == 1)
                {
                    console.Progress(string.Create(CultureInfo.InvariantCulture, $"{site}: read to {day.Day:yyyy-MM-dd} of {last:yyyy-MM-dd}"));
                }

                read.Add(day);
                console.WriteLine(write(site, day));
            }
        }
        finally
        {
            console.EndProgress();
        }

        if (!read.Exists(day => day.Inches is not null))
        {
            console.WriteError($"LCRA has no amount for {site} in that time, or does not know the gauge. That does not mean that it was dry.");
            return ExitCode.NoValue;
        }

        if (withSum)
        {
            console.WriteLine($"{site} in all: {RainfallSeries.FromDailyTotals(read).TotalOfDays(first, last)}");
        }

        return ExitCode.Ok;
    }

    private static string LineOf(SiteId site, DailyRainfall day)
    {
        string amount = day.Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches} in") : "no amount";
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

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "yyyy-mm-dd",
        Required = true,
        CustomParser = result => ReadDay(result, name),
    };

    private static DateOnly ReadDay(ArgumentResult result, string name)
    {
        if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            result.AddError($"{name} wants a day such as 2026-09-30.");
        }

        return day;
    }
}
