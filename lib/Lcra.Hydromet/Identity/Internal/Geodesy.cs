namespace Lcra.Hydromet.Identity.Internal;

/// <summary>Distances and bearings on a sphere, which are within half a percent of those on the earth.</summary>
internal static class Geodesy
{
    private const double EarthRadiusKilometers = 6371.0088;

    public static double DistanceKilometers(decimal latitude, decimal longitude, decimal toLatitude, decimal toLongitude)
    {
        (double lat1, double lon1, double lat2, double lon2) = Radians(latitude, longitude, toLatitude, toLongitude);
        double a = Square(Math.Sin((lat2 - lat1) / 2)) + (Math.Cos(lat1) * Math.Cos(lat2) * Square(Math.Sin((lon2 - lon1) / 2)));
        return 2 * EarthRadiusKilometers * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    public static int BearingDegrees(decimal latitude, decimal longitude, decimal toLatitude, decimal toLongitude)
    {
        (double lat1, double lon1, double lat2, double lon2) = Radians(latitude, longitude, toLatitude, toLongitude);
        double y = Math.Sin(lon2 - lon1) * Math.Cos(lat2);
        double x = (Math.Cos(lat1) * Math.Sin(lat2)) - (Math.Sin(lat1) * Math.Cos(lat2) * Math.Cos(lon2 - lon1));
        return (int)(double.RadiansToDegrees(Math.Atan2(y, x)) + 360.5) % 360;
    }

    public static void ThrowIfNowhere(decimal latitude, decimal longitude)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(latitude, -90);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(latitude, 90);
        ArgumentOutOfRangeException.ThrowIfLessThan(longitude, -180);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longitude, 180);
    }

    private static (double Lat1, double Lon1, double Lat2, double Lon2) Radians(decimal lat1, decimal lon1, decimal lat2, decimal lon2) =>
        (double.DegreesToRadians((double)lat1), double.DegreesToRadians((double)lon1), double.DegreesToRadians((double)lat2), double.DegreesToRadians((double)lon2));

    private static double Square(double value) => value * value;
}
