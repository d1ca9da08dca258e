using Lcra.Hydromet;

namespace RainfallSite.Formatting;

/// <summary>Distance and direction from one place to another, on a sphere.</summary>
/// <param name="Kilometers">The distance, rounded to the meter.</param>
/// <param name="BearingDegrees">The direction at the start, in whole degrees clockwise from north.</param>
internal readonly record struct Way(decimal Kilometers, int BearingDegrees)
{
    private const double EarthRadiusMeters = 6_371_008.8;

    public static Way Between(Coordinates from, Coordinates to)
    {
        (double lat1, double lat2) = (Radians(from.Latitude), Radians(to.Latitude));
        double east = Radians(to.Longitude - from.Longitude);
        double a = Math.Pow(Math.Sin((lat2 - lat1) / 2), 2) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(east / 2), 2));
        double meters = 2 * EarthRadiusMeters * Math.Asin(Math.Min(1, Math.Sqrt(a)));
        double bearing = Math.Atan2(Math.Sin(east) * Math.Cos(lat2), (Math.Cos(lat1) * Math.Sin(lat2)) - (Math.Sin(lat1) * Math.Cos(lat2) * Math.Cos(east)));
        return new Way((long)Math.Floor(meters + 0.5) / 1000m, (int)(double.RadiansToDegrees(bearing) + 360.5) % 360);
    }

    private static double Radians(decimal degrees) => double.DegreesToRadians((double)degrees);
}
