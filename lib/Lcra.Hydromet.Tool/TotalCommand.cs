using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet total 3018 24_hour</c>.</summary>
internal static class TotalCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", "The gauge: 3018 or COA:950.");
        Argument<string> period = Arguments.Text("period", "The period: 1_hour, 24_hour, since_midnight, this_year…");
        FileOptions file = new(global);
        Command command = new("total", "How much rain fell at a gauge over a period.") { site, period };
        file.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            SiteId requested = OutputFormatter.Site(parsed.GetRequiredValue(site));
            RainfallPeriod over = OutputFormatter.Period(parsed.GetRequiredValue(period));
            ExportFormat? format = file.Format(parsed);
            await using ServiceProvider services = global.Connect(parsed);
            ReportSource source = new(services.GetRequiredService<HydrometClient>(), joined: format is not null || ReportSource.NeedsSites(requested, over));
            RainfallGauge gauge = (await source.GetAsync(cancellationToken)).Find(parsed.GetRequiredValue(site))
                ?? (await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken)).Find(parsed.GetRequiredValue(site))
                ?? throw OutputFormatter.NoSuchSite(requested);
            RainfallTotal total = await source.ResolveIsolationAsync(gauge[over], cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Totals, [total], file.Options(parsed), cancellationToken));
                console.WriteStale(total.Source, now);
            }
            else
            {
                console.WriteLine(OutputFormatter.Of(total, now));
            }

            return total.Inches is not null ? ExitCode.Ok
                : total.Missing == MissingReason.FeedUnavailable ? ExitCode.Failed
                : ExitCode.NoValue;
        });
        return command;
    }
}
