namespace Lcra.Hydromet.Areas.Internal;

/// <summary>Picks gauges by where they are, never by what they are called.</summary>
internal static class GaugeAreas
{
    public static IEnumerable<NearbyGauge> ByDistance(IEnumerable<RainfallGauge> gauges, decimal latitude, decimal longitude)
    {
        Geodesy.ThrowIfNowhere(latitude, longitude);
        return gauges
            .Where(gauge => gauge.Site is { Latitude: not null, Longitude: not null })
            .Select(gauge => Seen(gauge, latitude, longitude))
            .OrderBy(nearby => nearby.DistanceKilometers)
            .ThenBy(nearby => nearby.Gauge.Site.Id.ToString(), StringComparer.Ordinal);
    }

    public static RainfallGauge[] InBasin(IEnumerable<RainfallGauge> gauges, string basin) =>
        [.. gauges.Where(gauge => string.Equals(gauge.Site.Basin, basin, StringComparison.OrdinalIgnoreCase))];

    private static NearbyGauge Seen(RainfallGauge gauge, decimal latitude, decimal longitude)
    {
        (decimal toLatitude, decimal toLongitude) = (gauge.Site.Latitude!.Value, gauge.Site.Longitude!.Value);
        return new NearbyGauge
        {
            Gauge = gauge,
            DistanceKilometers = decimal.Round((decimal)Geodesy.DistanceKilometers(latitude, longitude, toLatitude, toLongitude), 3),
            BearingDegrees = Geodesy.BearingDegrees(latitude, longitude, toLatitude, toLongitude),
        };
    }
}
