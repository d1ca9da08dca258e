using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet gauges --near 30.27,-97.74</c>.</summary>
internal static class GaugesCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<Coordinates?> near = Arguments.Place("--near", "A place; the nearest gauges come first.");
        Option<int> take = Arguments.Count("--take", "The maximum number of gauges. Without --near the default is all.", 10);
        Command command = new("gauges", "The gauges, with the rain of the last 24 hours and whether they report.") { near, take };
        FileOptions file = new(global);
        UnitsOption units = new();
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            RainfallReport report = await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            GaugeRow[] rows = parsed.GetValue(near) is { } place
                ? [.. report.Nearest(place.Latitude, place.Longitude, parsed.GetValue(take)).Select(found => new GaugeRow(found.Gauge, found, now) { Unit = unit })]
                : [.. report.Gauges.Take(parsed.GetResult(take) is { Implicit: false } ? parsed.GetValue(take) : int.MaxValue).Select(gauge => new GaugeRow(gauge, Near: null, now) { Unit = unit })];
            if (format is { } chosen)
            {
                ExportTable<GaugeRow> table = GaugeRow.Table(isNear: parsed.GetValue(near) is not null);
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, table, rows, file.Options(parsed), cancellationToken));
                if (rows is [var any, ..])
                {
                    console.WriteStale(any.Total.Source, now);
                }
            }
            else
            {
                console.WriteRows(rows, row => row.ToString(), parsed.GetValue(near) is null ? GaugeRow.Columns : [.. GaugeRow.Columns, .. GaugeRow.NearColumns]);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
