using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet basin "Highland Lakes" 24_hour</c>.</summary>
internal static class BasinCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> name = Arguments.Text("name", "The basin, such as \"Highland Lakes\".");
        Argument<string> period = Arguments.Text("period", "The period; without it the last 24 hours.").CompletesPeriods();
        period.DefaultValueFactory = _ => RainfallPeriod.TwentyFourHours.Key;
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("basin", "The rain over a basin: mean, median, and each gauge. Files have a row for each gauge.") { name, period };
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            RainfallPeriod over = OutputFormatter.Period(parsed.GetRequiredValue(period));
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            RainfallReport report = await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken);
            AreaRainfall area = AreaRainfall.Of(GaugesOf(report, parsed.GetRequiredValue(name)), over);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (format is { } chosen)
            {
                IEnumerable<RainfallTotal> totals = area.Reporting.Concat(area.Missing.Select(gauge => report.Total(gauge.Site.Id, over)!));
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Totals, totals, file.Options(parsed), cancellationToken));
                if (area.Reporting is [var any, ..])
                {
                    console.WriteStale(any.Source, now);
                }
            }
            else
            {
                console.WriteLines(LinesOf(area, parsed.GetRequiredValue(name), unit));
                console.WriteLine(area.Reporting.Count == 0 ? "Source: none." : OutputFormatter.SourcesOf(area.Reporting, now));
            }

            return area.Reporting.Count > 0 ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }

    /// <summary>Finds the gauges of a basin; one that no feed has ends the command with its own exit code.</summary>
    public static IReadOnlyList<RainfallGauge> GaugesOf(RainfallReport report, string basin)
    {
        try
        {
            return report.InBasin(basin);
        }
        catch (ArgumentException unknown)
        {
            throw new ToolException(ExitCode.Unknown, unknown.Message.Replace($" (Parameter '{unknown.ParamName}')", "", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> LinesOf(AreaRainfall area, string basin, RainUnit unit)
    {
        string amounts = area is { MeanInches: { } mean, MedianInches: { } median }
            ? $"mean {Rounded(mean, unit)}, median {Rounded(median, unit)}, "
            : "no amount, ";
        string contradicted = area.Reporting.Count(total => total.Conflicts.Count > 0) is > 0 and var count ? $" Other totals of the same gauge contradict {count} of the amounts." : "";
        return
        [
            $"{area.Reporting.Concat<object>(area.Missing).Select(BasinOf).FirstOrDefault() ?? basin}, {area.Period.Name}: {amounts}{area}.{contradicted}",
            .. area.Reporting.Select(total => $"{total.Site.Id} {total.Site.Name}: {UnitsOption.Format(total.Inches!.Value, total.Site.ResolutionInches, unit)}{BoundOf(total, unit)}{(total.IsIsolated ? ", isolated" : "")}"),
            .. area.Missing.Select(gauge => $"{gauge.Site.Id} {gauge.Site.Name}: no amount ({gauge.Reason})"),
        ];
    }

    private static string BoundOf(RainfallTotal total, RainUnit unit) =>
        total.LowerBoundInches is { } least ? $" (at least {UnitsOption.Format(least, total.Site.ResolutionInches, unit)})" : total.Conflicts.Count > 0 ? " (contradicted)" : "";

    private static string? BasinOf(object gauge) => gauge switch
    {
        RainfallTotal total => total.Site.Basin,
        MissingGauge missing => missing.Site.Basin,
        _ => null,
    };

    private static string Rounded(decimal inches, RainUnit unit) =>
        UnitsOption.Format(unit == RainUnit.Inches ? decimal.Round(inches, 2, MidpointRounding.AwayFromZero) : inches, resolutionInches: null, unit);
}
