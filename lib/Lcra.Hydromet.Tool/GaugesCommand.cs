using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet gauges --near 30.27,-97.74 --period 24_hour</c>.</summary>
internal static class GaugesCommand
{
    private const int NearestCount = 10;

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<Coordinates?> near = Arguments.Place("--near", "A place; the nearest gauges come first.");
        Option<string?> basin = new("--basin") { Description = "Only the gauges of a basin, such as 'Highland Lakes'.", HelpName = "name" };
        Option<string?> name = new("--name") { Description = "Only gauges whose name has these words, or words that begin so.", HelpName = "words" };
        Option<string?> period = new("--period") { Description = "The period. The default is the last 24 hours.", HelpName = "period" };
        Option<int?> take = Arguments.OptionalCount("--take", $"The maximum number of gauges. The default is all, and {NearestCount} with --near.");
        Command command = new("gauges", "The gauges, with the rain of a period and whether they report.") { near, basin, name, period.CompletesPeriods(), take };
        FileOptions file = new(global);
        UnitsOption units = new();
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            RainfallPeriod over = parsed.GetValue(period) is { } key ? OutputFormatter.Period(key) : RainfallPeriod.TwentyFourHours;
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            Coordinates? place = parsed.GetValue(near);
            int max = parsed.GetValue(take) ?? (place is null ? int.MaxValue : NearestCount);
            await using ServiceProvider services = global.Connect(parsed);
            RainfallReport report = await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            HashSet<SiteId>? inBasin = parsed.GetValue(basin) is { } wanted ? [.. BasinCommand.GaugesOf(report, wanted).Select(gauge => gauge.Site.Id)] : null;
            IEnumerable<(RainfallGauge Gauge, NearbyGauge? Near)> gauges = place is { } center
                ? report.NearestTo(center, int.MaxValue).Select(found => (found.Gauge, (NearbyGauge?)found))
                : report.Gauges.Select(gauge => (gauge, (NearbyGauge?)null));
            GaugeRow[] rows =
            [
                .. gauges
                    .Where(found => inBasin?.Contains(found.Gauge.Site.Id) != false && GaugeNames.HasWords(found.Gauge.Site.Name, parsed.GetValue(name) ?? ""))
                    .Take(max)
                    .Select(found => new GaugeRow(found.Gauge, found.Near, over, now) { Unit = unit }),
            ];
            if (rows.Length == 0)
            {
                throw new ToolException(ExitCode.Unknown, "No gauge has that name there. 'hydromet gauges' lists all.");
            }

            if (format is { } chosen)
            {
                ExportTable<GaugeRow> table = GaugeRow.Table(isNear: place is not null);
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, table, rows, file.Options(parsed), cancellationToken));
                console.WriteStale(rows[0].Total.Source, now);
            }
            else
            {
                console.WriteRows(rows, row => row.ToString(), place is null ? GaugeRow.Columns(over) : [.. GaugeRow.Columns(over), .. GaugeRow.NearColumns]);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
