using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Identity.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet climate 3018 --years 30 --atlas14 table.csv</c>.</summary>
internal static class ClimateCommand
{
    private const int MaxYears = 100;
    private const int RecentDays = 7;
    private const double FarKilometers = 16.1;

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> site = Arguments.Text("site", "An LCRA gauge, by number (3018) or name.");
        Option<int> years = Arguments.Count("--years", "How many whole years are read beside the current one. Thirty are 63 requests.", 30, maximum: MaxYears);
        Option<string?> atlas14 = Arguments.File("--atlas14", "A CSV file of depths from NOAA's Precipitation Frequency Data Server for the gauge's place, for return periods.");
        Option<bool> neighbors = new("--neighbors") { Description = "Compare days of 4 inches or more with the nearest gauges; a few requests for each such day." };
        FileOptions file = new(global);
        UnitsOption units = new();
        Command command = new("climate", "Is that unusual? Ranks, percent of normal, records, and normals of a gauge.") { site, years, atlas14, neighbors };
        file.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ExportFormat? format = file.Format(parsed);
            RainUnit unit = units.Read(parsed, format);
            Atlas14Table? table = await ReadAsync(parsed.GetValue(atlas14), cancellationToken);
            await using ServiceProvider services = global.Connect(parsed);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            TimeProvider clock = services.GetRequiredService<TimeProvider>();
            DateOnly today = CentralTime.Today(clock);
            HistoryQuery query = new() { Names = [parsed.GetRequiredValue(site)], First = new DateOnly(today.Year - parsed.GetValue(years), 1, 1), Last = today, Options = file.Options(parsed) };
            query = await query.FindSitesAsync(client, cancellationToken);
            SiteId gauge = query.Sites[0];
            HistoryReader reader = new(client, clock, console, query);
            List<DailyRainfall> days = await reader.ReadAsync(gauge, cancellationToken);
            if (reader.End() is ExitCode.NoValue)
            {
                return ExitCode.NoValue;
            }

            RainfallClimate climate = parsed.GetValue(neighbors)
                ? await HydrometClimateExtensions.CompareAsync(client, gauge, days, options: null, cancellationToken)
                : RainfallClimate.Of(days);
            RainfallClimateSummary summary = climate.Summarize(table: table) with { Site = gauge };
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ClimateRow.Table, ClimateRows.Of(summary, gauge), query.Options, cancellationToken));
            }
            else
            {
                console.WriteLines(ClimateText.Of(summary).Select(line => UnitsOption.Convert(line, gauge.ResolutionInches, unit)));
                console.WriteLines((await RecentAsync(client, gauge, today, table, cancellationToken)).Select(line => UnitsOption.Convert(line, gauge.ResolutionInches, unit)));
            }

            await WarnIfFarAsync(console, client, gauge, table, cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<Atlas14Table?> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return null;
        }

        await using FileStream stream = File.OpenRead(file);
        return await Atlas14Table.ReadAsync(stream, cancellationToken);
    }

    // The readings of a week are one request more, and their windows need no factor.
    private static async Task<IEnumerable<string>> RecentAsync(HydrometClient client, SiteId gauge, DateOnly today, Atlas14Table? table, CancellationToken cancellationToken)
    {
        if (table is null)
        {
            return [];
        }

        RainfallSeries week = await RainfallSeries.FromAccumulatedRainfallAsync(
            client.GetAccumulatedRainfallAsync(gauge, today.AddDays(1 - RecentDays), today, cancellationToken: cancellationToken), cancellationToken: cancellationToken);
        return ClimateText.Recent(table.ReturnPeriodsOf(week), RecentDays);
    }

    private static async Task WarnIfFarAsync(ToolConsole console, HydrometClient client, SiteId gauge, Atlas14Table? table, CancellationToken cancellationToken)
    {
        if (table is null)
        {
            return;
        }

        console.WriteNotice("Return periods are from a table of NOAA Atlas 14; they are not an engineering statement.");
        if (table.Source.Point is { } point
            && (await client.GetSitesAsync(cancellationToken)).Find(gauge)?.Site is { Latitude: { } latitude, Longitude: { } longitude }
            && Geodesy.DistanceKilometers(latitude, longitude, point.Latitude, point.Longitude) is > FarKilometers and var kilometers)
        {
            console.WriteNotice(string.Create(
                CultureInfo.InvariantCulture, $"The table is for a point {kilometers / 1.609344:0} miles from {gauge}: download one for {latitude:0.0000},{longitude:0.0000}."));
        }
    }
}
