using System.Globalization;

namespace RainfallSite.Rainfall;

/// <summary>A point on the map, as typed: <c>30.57,-98.27</c>.</summary>
internal readonly record struct Place(decimal Latitude, decimal Longitude)
{
    private const NumberStyles Degrees = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Reads latitude and longitude; null when the text is none, or names no place on earth.</summary>
    public static Place? Parse(string? text)
    {
        string[] parts = (text ?? "").Split(',');
        return parts.Length == 2
            && decimal.TryParse(parts[0], Degrees, CultureInfo.InvariantCulture, out decimal latitude)
            && decimal.TryParse(parts[1], Degrees, CultureInfo.InvariantCulture, out decimal longitude)
            && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180
            ? new Place(decimal.Round(latitude, 3), decimal.Round(longitude, 3))
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");
}
