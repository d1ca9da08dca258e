using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet compare 3018 2959 --period 24_hour</c>.</summary>
internal static class CompareCommand
{
    private static readonly RainfallPeriod[] DefaultPeriods =
    [
        RainfallPeriod.OneHour, RainfallPeriod.TwentyFourHours, RainfallPeriod.SinceMidnight, RainfallPeriod.FiveDayTotal,
        RainfallPeriod.ThisMonth, RainfallPeriod.ThisYear, RainfallPeriod.LastYear,
    ];

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string[]> sites = Arguments.Texts("site", "Two gauges or more, such as 3018 2959, by number or name.");
        Option<string[]> period = new("--period") { Description = "A period; can be repeated. Without it, seven periods from one hour to last year.", HelpName = "period" };
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("compare", "The rain at several gauges over the same periods, side by side.") { sites, period.CompletesPeriods() };
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            string[] requested = parsed.GetRequiredValue(sites);
            if (requested.Length < 2)
            {
                throw new ToolException(ExitCode.Usage, "Name two gauges or more to compare.");
            }

            RainfallPeriod[] periods = parsed.GetValue(period) is { Length: > 0 } keys ? [.. keys.Select(OutputFormatter.Period).Distinct()] : DefaultPeriods;
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            RainfallReport report = await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken);
            RainfallGauge[] gauges = [.. requested.Select(text => GaugeNames.Find(report, text))];
            RainfallTotal[] totals = [.. periods.SelectMany(_ => gauges, (over, gauge) => gauge[over])];
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Totals, totals, file.Options(parsed), cancellationToken));
                foreach (RainfallSource source in totals.Select(total => total.Source).DistinctBy(source => source.Feed))
                {
                    console.WriteStale(source, now);
                }
            }
            else
            {
                console.WriteRows(periods, over => LineOf(over, gauges, unit), [.. ColumnsOf(gauges, unit)]);
                console.WriteLine(OutputFormatter.SourcesOf(totals, now));
            }

            return Array.Exists(totals, total => total.Inches is not null) ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }

    private static string LineOf(RainfallPeriod period, RainfallGauge[] gauges, RainUnit unit) =>
        $"{period.Name}: {string.Join(", ", gauges.Select(gauge => $"{gauge.Site.Id} {AmountOf(gauge[period], unit)}"))}";

    private static IEnumerable<TableColumn<RainfallPeriod>> ColumnsOf(RainfallGauge[] gauges, RainUnit unit) =>
        gauges
            .Select(gauge => new TableColumn<RainfallPeriod>($"{gauge.Site.Id}\n{gauge.Site.Name}", period => AmountOf(gauge[period], unit))
            {
                IsNumber = true,
                IsAlert = period => gauge[period].Inches is null,
            })
            .Prepend(new TableColumn<RainfallPeriod>("Period", period => period.Name));

    private static string AmountOf(RainfallTotal total, RainUnit unit)
    {
        if (total.Inches is not { } inches)
        {
            return $"no amount ({total.Missing})";
        }

        string bound = total.LowerBoundInches is { } least ? $" (at least {UnitsOption.Format(least, total.Site.ResolutionInches, unit)})" : "";
        return $"{UnitsOption.Format(inches, total.Site.ResolutionInches, unit)}{bound}{(total.IsIsolated ? ", isolated" : "")}";
    }
}
