using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet gauges --near 30.27,-97.74</c>.</summary>
internal static class GaugesCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<Coordinates?> near = new("--near")
        {
            Description = "A place; the nearest gauges come first. In Texas the longitude is negative.",
            HelpName = "latitude,longitude",
            CustomParser = ReadPlace,
        };
        Option<int> take = new("--take") { Description = "How many gauges at most; without --near all.", HelpName = "n", DefaultValueFactory = _ => 10 };
        take.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() <= 0)
            {
                result.AddError("--take must be above zero.");
            }
        });
        Command command = new("gauges", "The gauges, with what fell in the last 24 hours and whether they still report.") { near, take };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using ServiceProvider services = global.Connect(parsed);
            RainfallReport report = await new ReportSource(services.GetRequiredService<HydrometClient>(), joined: true).GetAsync(cancellationToken);
            bool json = parsed.GetValue(global.Json);
            if (parsed.GetValue(near) is { } place)
            {
                foreach (NearbyGauge found in report.Nearest(place.Latitude, place.Longitude, parsed.GetValue(take)))
                {
                    console.WriteLine(json ? JsonOf(found.Gauge, found) : LineOf(found.Gauge, found));
                }
            }
            else
            {
                foreach (RainfallGauge gauge in report.Gauges.Take(parsed.GetResult(take) is { Implicit: false } ? parsed.GetValue(take) : int.MaxValue))
                {
                    console.WriteLine(json ? JsonOf(gauge, near: null) : LineOf(gauge, near: null));
                }
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Coordinates? ReadPlace(ArgumentResult result)
    {
        if (Coordinates.TryParse(result.Tokens[0].Value, out Coordinates place))
        {
            return place;
        }

        result.AddError("--near takes latitude and longitude in degrees, such as 30.27,-97.74.");
        return null;
    }

    private static string LineOf(RainfallGauge gauge, NearbyGauge? near)
    {
        RainfallTotal total = gauge[RainfallPeriod.TwentyFourHours];
        string place = near is null ? "" : string.Create(CultureInfo.InvariantCulture, $", {near.DistanceKilometers:0.0} km at {near.BearingDegrees} degrees");
        string amount = total.Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches} in") : $"no amount ({total.Missing})";
        string silent = gauge.IsReporting ? "" : ", silent";
        return string.Create(
            CultureInfo.InvariantCulture, $"{gauge.Site.Id} {gauge.Site.Name}{place}: {amount} in the last 24 hours, read {gauge.ObservedAt:yyyy-MM-dd HH:mm zzz}{silent}");
    }

    private static string JsonOf(RainfallGauge gauge, NearbyGauge? near) => OutputFormatter.JsonOf(json =>
    {
        RainfallTotal total = gauge[RainfallPeriod.TwentyFourHours];
        json.WriteString("site", gauge.Site.Id.ToString());
        json.WriteString("name", gauge.Site.Name);
        json.WriteString("basin", gauge.Site.Basin);
        json.Number("latitude_deg", gauge.Site.Latitude);
        json.Number("longitude_deg", gauge.Site.Longitude);
        json.Number("distance_km", near?.DistanceKilometers);
        json.Number("bearing_deg", near?.BearingDegrees);
        json.WriteBoolean("reporting", gauge.IsReporting);
        json.Time("observed_central", gauge.ObservedAt);
        json.Number("rain_24_hour_in", total.Inches);
        json.WriteString("missing", total.Missing?.ToString());
    });
}
