using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet events 3018 --from 2026-09-01 --inter-event-time 6h</c>.</summary>
internal static class EventsCommand
{
    private const int MaxDays = 366;
    private const int MaxDailyDays = 36_600;
    private const decimal FinestResolutionInches = 0.01m;
    private static readonly TimeSpan DefaultInterEventTime = TimeSpan.FromHours(6);
    private static readonly TimeSpan GapThreshold = TimeSpan.FromHours(1);

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", GaugeNames.Description);
        DaySpanOptions span = new();
        Option<TimeSpan?> apart = Arguments.Interval("--inter-event-time", "The minimum inter-event time: how long it stays dry between two events. The default is 6h.");
        Option<decimal> least = Arguments.Inches("--at-least", "Leave out events of fewer inches.");
        Option<bool> daily = new("--daily") { Description = "Find events in LCRA's daily totals, with a dry day between two of them, for long spans." };
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("events", "The rain events of the last thirty days, or of other days.") { site, apart, least, daily };
        span.AddTo(command);
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            bool isDaily = parsed.GetValue(daily);
            if (isDaily && parsed.GetValue(apart) is not null)
            {
                throw new ToolException(ExitCode.Usage, "With --daily a dry day is between two events: leave out --inter-event-time.");
            }

            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            (DateOnly First, DateOnly Last) days = span.Read(parsed, services.GetRequiredService<TimeProvider>(), isDaily ? MaxDailyDays : MaxDays);
            SiteId gauge = await GaugeNames.ResolveAsync(client, parsed.GetRequiredValue(site), cancellationToken);
            RainfallSeries series = await ReadAsync(client, gauge, days, isDaily, cancellationToken);
            SeriesTotal total = series.TotalOfDays(days.First, days.Last);
            RainEvent[] events =
            [
                .. series.RainEvents(isDaily ? TimeSpan.FromDays(1) : parsed.GetValue(apart) ?? DefaultInterEventTime, parsed.GetValue(least))
                    .Where(found => found.End > CentralTime.StartOfDay(days.First) && CentralTime.DayOf(found.Start) <= days.Last),
            ];
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Events, events.Of(gauge), file.Options(parsed), cancellationToken));
            }
            else if (total.Inches is not null)
            {
                string count = events.Length == 1 ? "1 event" : string.Create(CultureInfo.InvariantCulture, $"{events.Length} events");
                string[] lines = [.. events.Select(found => found.ToString()), $"{gauge} total: {total}, {count}{RunningOf(total)}"];
                console.WriteLines(lines.Select(line => UnitsOption.Convert(line, gauge.ResolutionInches, unit)));
            }

            if (total.Inches is not null)
            {
                return ExitCode.Ok;
            }

            console.WriteError($"No reading of {gauge} in that time, or the gauge is unknown. That does not mean that it was dry.");
            return ExitCode.NoValue;
        });
        return command;
    }

    private static string RunningOf(SeriesTotal total) => total.Flags.FirstOrDefault(flag => flag.Kind == SeriesFlagKind.PartialDay) is { } running
        ? string.Create(CultureInfo.InvariantCulture, $", {running.At:yyyy-MM-dd} is still running")
        : "";

    // The readings around the days tell where their counts begin and end.
    private static Task<RainfallSeries> ReadAsync(HydrometClient client, SiteId gauge, (DateOnly First, DateOnly Last) days, bool isDaily, CancellationToken cancellationToken) => isDaily
        ? RainfallSeries.FromDailyTotalsAsync(client.GetDailyRainfallAsync(gauge, days.First, days.Last, cancellationToken), cancellationToken)
        : RainfallSeries.FromAccumulatedRainfallAsync(
            client.GetAccumulatedRainfallAsync(gauge, days.First.AddDays(-1), days.Last.AddDays(1), cancellationToken: cancellationToken),
            GapThreshold,
            gauge.ResolutionInches ?? FinestResolutionInches,
            cancellationToken);
}
