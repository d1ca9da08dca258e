using System.Globalization;

namespace RainfallSite.Search;

/// <summary>A point as a visitor types it: <c>30.57,-98.27</c>, degrees north and degrees east.</summary>
internal readonly record struct Coordinates(decimal Latitude, decimal Longitude)
{
    private const int Decimals = 3;
    private const NumberStyles Degrees = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Parses a latitude and a longitude; null when the text is malformed or out of range.</summary>
    public static Coordinates? Parse(string? text)
    {
        string[] parts = (text ?? "").Split(',');
        return parts.Length == 2
            && decimal.TryParse(parts[0], Degrees, CultureInfo.InvariantCulture, out decimal latitude)
            && decimal.TryParse(parts[1], Degrees, CultureInfo.InvariantCulture, out decimal longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new Coordinates(latitude, longitude)
            : null;
    }

    /// <summary>Rounds to about a hundred meters, which is enough to find a gauge and does not point at a house.</summary>
    public Coordinates Rounded() => new(decimal.Round(Latitude, Decimals), decimal.Round(Longitude, Decimals));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");
}
