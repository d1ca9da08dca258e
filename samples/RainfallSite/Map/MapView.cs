using System.Globalization;

namespace RainfallSite.Map;

/// <summary>The part of the world that the map shows: <c>?lat=30.5&amp;lon=-98.2&amp;z=9</c>, with zoom steps as web maps count them.</summary>
internal sealed record MapView(double Latitude, double Longitude, double Zoom)
{
    public const int Width = 960;
    public const int Height = 860;
    public const int MinZoom = 6;
    public const int MaxZoom = 13;
    private const double TileSize = 256;
    private const double Step = 0.4;

    /// <summary>Gets the view with all gauges in it.</summary>
    public static MapView Whole { get; } = new(30.48, -98.1, 8);

    public static MapView Read(IQueryCollection query) => new(
        Read(query["lat"], 27, 34) ?? Whole.Latitude,
        Read(query["lon"], -103, -93) ?? Whole.Longitude,
        Read(query["z"], MinZoom, MaxZoom) ?? Whole.Zoom);

    /// <summary>Gets the position of a point in the drawing, in Web Mercator's projection.</summary>
    public (double X, double Y) Place(double latitude, double longitude)
    {
        (double x, double y) = Project(latitude, longitude);
        (double centerX, double centerY) = Project(Latitude, Longitude);
        return (x - centerX + (Width / 2.0), y - centerY + (Height / 2.0));
    }

    public MapView Zoomed(int steps) => this with { Zoom = Math.Clamp(Zoom + steps, MinZoom, MaxZoom) };

    /// <summary>Moves the view by steps to the east and to the north.</summary>
    public MapView Moved(int east, int north)
    {
        double degrees = 360 * Width / (TileSize * Math.Pow(2, Zoom)) * Step;
        return this with
        {
            Latitude = Math.Clamp(Latitude + (north * degrees * Math.Cos(double.DegreesToRadians(Latitude))), 27, 34),
            Longitude = Math.Clamp(Longitude + (east * degrees), -103, -93),
        };
    }

    public IEnumerable<KeyValuePair<string, string?>> ToPairs() => this == Whole
        ? []
        : [new("lat", Written(Latitude)), new("lon", Written(Longitude)), new("z", Written(Zoom))];

    private static string Written(double degrees) => degrees.ToString("0.####", CultureInfo.InvariantCulture);

    private static double? Read(string? text, double min, double max) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value) ? Math.Clamp(value, min, max) : null;

    private (double X, double Y) Project(double latitude, double longitude)
    {
        double size = TileSize * Math.Pow(2, Zoom);
        double sine = Math.Sin(double.DegreesToRadians(latitude));
        return ((longitude + 180) / 360 * size, (0.5 - (Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI))) * size);
    }
}
