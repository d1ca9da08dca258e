using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet total 3018 24_hour</c>.</summary>
internal static class TotalCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", GaugeNames.Description);
        Argument<string> period = Arguments.Text("period", "The period: 1_hour, 24_hour (24h, 24-hour), since_midnight, this_year…").CompletesPeriods();
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("total", "How much rain fell at a gauge over a period.") { site, period };
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            string text = parsed.GetRequiredValue(site);
            RainfallPeriod over = OutputFormatter.Period(parsed.GetRequiredValue(period));
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            ReportSource source = new(client, joined: format is not null || GaugeNames.IsName(text) || ReportSource.NeedsSites(OutputFormatter.Site(text), over));
            RainfallReport report = await source.GetAsync(cancellationToken);
            RainfallGauge gauge = report.Find(text)
                ?? GaugeNames.Find(report.Scope == RainfallScope.AllFeeds ? report : await client.GetRainfallAsync(RainfallScope.AllFeeds, cancellationToken), text);
            RainfallTotal total = await source.ResolveIsolationAsync(gauge[over], cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Totals, [total], file.Options(parsed), cancellationToken));
                console.WriteStale(total.Source, now);
            }
            else
            {
                console.WriteLine(OutputFormatter.Of(total, now, unit));
            }

            return total.Inches is not null ? ExitCode.Ok
                : total.Missing == MissingReason.FeedUnavailable ? ExitCode.Failed
                : ExitCode.NoValue;
        });
        return command;
    }
}
