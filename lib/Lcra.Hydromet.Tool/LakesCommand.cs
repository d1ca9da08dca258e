using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Exports.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet lakes</c>.</summary>
internal static class LakesCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        FileOptions file = new(global);
        Command command = new("lakes", "The levels of the Highland Lakes in feet above mean sea level.");
        file.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ExportFormat? format = file.Format(parsed);
            await using ServiceProvider services = global.Connect(parsed);
            LakeReport report = await services.GetRequiredService<HydrometClient>().GetLakeLevelsAsync(cancellationToken);
            DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (format is { } chosen)
            {
                await console.WriteFileAsync(stream => RainfallExport.WriteAsync(stream, chosen, ExportTables.Lakes(report, now), report.Lakes, file.Options(parsed), cancellationToken));
            }
            else
            {
                bool IsStale(LakeLevel lake) => ExportStatus.IsStale(lake.ElevationFeet, lake.ObservedAt, report.Feed, now);
                console.WriteRows(report.Lakes, lake => $"{LineOf(lake)}{(IsStale(lake) ? ", stale" : "")}", Columns(IsStale));
            }

            console.WriteStale(report.Feed, now);
            return report.Lakes.Any(lake => lake.ElevationFeet is not null) ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }

    private static TableColumn<LakeLevel>[] Columns(Func<LakeLevel, bool> isStale) =>
    [
        new("Lake", lake => $"{lake.Site.Id} {lake.Site.Name}"),
        new("Feet", lake => Number(lake.ElevationFeet, "0.00") ?? "no elevation") { IsNumber = true, IsWhole = true, IsAlert = lake => lake.ElevationFeet is null },
        new("Since midnight", lake => Change(lake) ?? "") { IsWhole = true },
        new("Full", lake => Number(lake.PercentFull, "0.#") is { } percent ? $"{percent} %" : "") { IsNumber = true, IsWhole = true },
        new("Read", lake => $"{ReadAt(lake)}{(isStale(lake) ? ", stale" : "")}") { IsWhole = true, IsAlert = isStale },
    ];

    private static string LineOf(LakeLevel lake)
    {
        string[] notes =
        [
            .. Change(lake) is { } change ? new[] { $"{change} since midnight" } : [],
            .. Number(lake.PercentFull, "0.#") is { } percent ? new[] { $"{percent} percent full" } : [],
            .. lake.ObservedAt is null ? Array.Empty<string>() : [$"read {ReadAt(lake)}"],
        ];
        string level = Number(lake.ElevationFeet, "0.00") is { } feet ? $"{feet} ft above mean sea level" : "no elevation";
        return string.Join(", ", notes.Prepend($"{lake.Site.Id} {lake.Site.Name}: {level}"));
    }

    private static string? Change(LakeLevel lake) => (lake.ElevationFeet - lake.MidnightElevationFeet) switch
    {
        null => null,
        0 => "unchanged",
        > 0 and var feet => $"up {Number(feet, "0.00")} ft",
        { } feet => $"down {Number(-feet, "0.00")} ft",
    };

    private static string? Number(decimal? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);

    private static string ReadAt(LakeLevel lake) => lake.ObservedAt?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "";
}
