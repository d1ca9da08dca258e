using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet daily 2959 --from 2026-09-01</c>.</summary>
internal static class DailyCommand
{
    private const int MaxDays = 36_600;

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", "An LCRA gauge, by number (2959) or name.");
        DaySpanOptions span = new();
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("daily", "The rain of each of the last thirty days, or of other days. A missing day is not a dry day.") { site };
        span.AddTo(command);
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            TimeProvider clock = services.GetRequiredService<TimeProvider>();
            (DateOnly first, DateOnly last) = span.Read(parsed, clock, MaxDays);
            HistoryQuery query = new() { Names = [parsed.GetRequiredValue(site)], First = first, Last = last, Format = format, Unit = unit, Options = file.Options(parsed) };
            query = await query.FindSitesAsync(client, cancellationToken);
            HistoryReader reader = new(client, clock, console, query);
            await (format is { } chosen ? reader.WriteAllAsync(chosen, cancellationToken) : new HistoryText(console, query, reader, CentralTime.Today(clock)).WriteAsync(cancellationToken));
            return reader.End();
        });
        return command;
    }
}
