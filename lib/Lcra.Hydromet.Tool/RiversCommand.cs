using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet rivers</c>.</summary>
internal static class RiversCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<bool> high = new("--high") { Description = "Only gauges at bankfull or flood stage." };
        FileOptions file = new(global);
        Command command = new("rivers", "Stage and discharge of rivers against bankfull and flood stage, highest first. It is not a warning service.") { high };
        file.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ExportFormat? format = file.Format(parsed);
            await using ServiceProvider services = global.Connect(parsed);
            SiteReport report = await services.GetRequiredService<HydrometClient>().GetSitesAsync(cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            RiverRow[] all = [.. RiverRow.Of(report)];
            RiverRow[] rows = parsed.GetValue(high) ? Array.FindAll(all, row => row.IsHigh) : all;
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, RiverRow.TableOf(report.Feed, now), rows, file.Options(parsed), cancellationToken));
            }
            else
            {
                console.WriteRows(rows, row => row.ToString(), RiverRow.Columns);
                if (rows.Length == 0)
                {
                    console.WriteLine($"None of {all.Length} gauges is at bankfull or flood stage.");
                }
            }

            console.WriteStale(report.Feed, now);
            return Array.Exists(all, row => row.Reading.StageFeet is not null) ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }
}
