using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet.Areas.Internal;

/// <summary>Selects gauges by coordinates or basin, never by name.</summary>
internal static class GaugeAreas
{
    private const int NearestNames = 3;

    public static IEnumerable<NearbyGauge> ByDistance(RainfallReport report, decimal latitude, decimal longitude)
    {
        Geodesy.ThrowIfNowhere(latitude, longitude);
        RequireCoordinates(report);
        return report.Gauges
            .Where(gauge => gauge.Site is { Latitude: not null, Longitude: not null })
            .Select(gauge => Seen(gauge, latitude, longitude))
            .OrderBy(nearby => nearby.DistanceKilometers)
            .ThenBy(nearby => nearby.Gauge.Site.Id.ToString(), StringComparer.Ordinal);
    }

    public static RainfallGauge[] InBasin(RainfallReport report, string basin)
    {
        RainfallGauge[] gauges = [.. report.Gauges.Where(gauge => string.Equals(gauge.Site.Basin, basin, StringComparison.OrdinalIgnoreCase))];
        if (gauges.Length > 0)
        {
            return gauges;
        }

        if (report.Basins.Count == 0 && report.Feeds.FirstOrDefault(feed => feed.Feed != HydrometFeed.AllSites && feed.Failure is not null)?.Failure is { } failure)
        {
            throw failure;
        }

        string nearest = string.Join(", ", NearestName.Order(basin, report.Basins).Take(NearestNames).Select(name => $"'{name}'"));
        throw new ArgumentException($"No gauge is in a basin named '{basin}'. The nearest names are {nearest}.", nameof(basin));
    }

    private static void RequireCoordinates(RainfallReport report)
    {
        if (report.Scope == RainfallScope.CsvFeeds)
        {
            throw new InvalidOperationException($"Coordinates are in the all-sites response, which was not requested: use {nameof(RainfallScope)}.{nameof(RainfallScope.AllFeeds)}.");
        }

        if (report.Feeds.FirstOrDefault(feed => feed.Feed == HydrometFeed.AllSites && !feed.IsAvailable)?.Failure is { } failure)
        {
            throw failure;
        }
    }

    private static NearbyGauge Seen(RainfallGauge gauge, decimal latitude, decimal longitude)
    {
        (decimal toLatitude, decimal toLongitude) = (gauge.Site.Latitude!.Value, gauge.Site.Longitude!.Value);
        return new NearbyGauge
        {
            Gauge = gauge,
            DistanceKilometers = WholeMeters(Geodesy.DistanceKilometers(latitude, longitude, toLatitude, toLongitude)) / 1000m,
            BearingDegrees = Geodesy.BearingDegrees(latitude, longitude, toLatitude, toLongitude),
        };
    }

    // A cast of a double to decimal gives other digits on .NET 11 than on .NET 10; one to an integer does not.
    private static long WholeMeters(double kilometers) => (long)Math.Floor((kilometers * 1000) + 0.5);
}
