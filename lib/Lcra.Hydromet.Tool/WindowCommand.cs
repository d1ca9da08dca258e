using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet window 3018 2026-09-25T18:00 2026-09-27T12:00</c>.</summary>
internal static class WindowCommand
{
    private const int MaxDays = 366;
    private const int MaxGaps = 10;

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", GaugeNames.Description);
        Argument<DateTimeOffset> from = Arguments.Instant("from", "The start, such as 2026-09-25T18:00 in Central time, or with an offset.");
        Argument<DateTimeOffset> to = Arguments.Instant("to", "The end, in the same form.");
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("window", "The rain between two times, with its coverage and gaps.") { site, from, to };
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            (DateTimeOffset start, DateTimeOffset end) = (parsed.GetValue(from), parsed.GetValue(to));
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            await using ServiceProvider services = global.Connect(parsed);
            RequireWindow(start, end, services.GetRequiredService<TimeProvider>().GetUtcNow());
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            SiteId gauge = await GaugeNames.ResolveAsync(client, parsed.GetRequiredValue(site), cancellationToken);
            SeriesTotal total = await GetAsync(client, gauge, start, end, cancellationToken);
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, WindowRow.Table, [new WindowRow(gauge, total)], file.Options(parsed), cancellationToken));
            }
            else
            {
                console.WriteLines(LinesOf(gauge, total).Select(line => UnitsOption.Convert(line, gauge.ResolutionInches, unit)));
            }

            return total.Inches is null ? ExitCode.NoValue : ExitCode.Ok;
        });
        return command;
    }

    private static void RequireWindow(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        string? mistake = end <= start ? "The end must be after the start."
            : start >= now ? "The start must not be in the future."
            : end > now ? "The end must not be in the future: what has not happened is not measured."
            : end - start > TimeSpan.FromDays(MaxDays) ? $"A window has at most {MaxDays} days."
            : null;
        if (mistake is not null)
        {
            throw new ToolException(ExitCode.Usage, mistake);
        }
    }

    // Whole local days come from LCRA's daily totals, which are fewer requests and are corrected.
    private static async Task<SeriesTotal> GetAsync(HydrometClient client, SiteId gauge, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (!gauge.IsLcra || start.TimeOfDay != TimeSpan.Zero || end.TimeOfDay != TimeSpan.Zero)
        {
            return await client.GetRainfallTotalAsync(gauge, start, end, cancellationToken);
        }

        IAsyncEnumerable<DailyRainfall> days = client.GetDailyRainfallAsync(gauge, CentralTime.DayOf(start), CentralTime.DayOf(end).AddDays(-1), cancellationToken);
        return (await RainfallSeries.FromDailyTotalsAsync(days, cancellationToken)).Total(start, end);
    }

    private static IEnumerable<string> LinesOf(SiteId gauge, SeriesTotal total)
    {
        string edges = total.BoundaryGapInches > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {total.BoundaryGapInches} in of gaps at the edges may have fallen outside")
            : "";
        return
        [
            $"{gauge}: {total}{edges}",
            .. total.Gaps.Take(MaxGaps).Select(gap => $"  not measured: {gap}"),
            .. total.Gaps.Count > MaxGaps ? [$"  not measured: {total.Gaps.Count - MaxGaps} more gaps"] : Array.Empty<string>(),
            .. total.Flags.Take(MaxGaps).Select(flag => $"  {flag}"),
        ];
    }
}
