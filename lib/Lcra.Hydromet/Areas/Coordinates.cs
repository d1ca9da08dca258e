using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A position as latitude and longitude in decimal degrees, written <c>30.57,-98.27</c>.</summary>
/// <param name="Latitude">Degrees north, from -90 to 90.</param>
/// <param name="Longitude">Degrees east, from -180 to 180; negative in Texas.</param>
public readonly record struct Coordinates(decimal Latitude, decimal Longitude) : IParsable<Coordinates>
{
    private const NumberStyles Degrees =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Reads latitude and longitude with a comma between them.</summary>
    /// <param name="s">The text, such as <c>30.57,-98.27</c>.</param>
    /// <param name="provider">Ignored: numbers are read in the invariant culture.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">The text is not two numbers in range.</exception>
    public static Coordinates Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, provider, out Coordinates position)
            ? position
            : throw new FormatException("A position is a latitude from -90 to 90 and a longitude from -180 to 180 with a comma between them, such as 30.57,-98.27.");
    }

    /// <summary>Reads latitude and longitude with a comma between them, without throwing.</summary>
    /// <param name="s">The text, or null.</param>
    /// <param name="result">The position; the default value when the text is not valid.</param>
    /// <returns>Whether the text is a valid position.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Coordinates result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out Coordinates)" path="/summary|/returns"/>
    /// <param name="s">The text, or null.</param>
    /// <param name="provider">Ignored: numbers are read in the invariant culture.</param>
    /// <param name="result">The position; the default value when the text is not valid.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Coordinates result)
    {
        result = default;
        string[] parts = (s ?? "").Split(',');
        if (parts.Length != 2
            || !decimal.TryParse(parts[0], Degrees, CultureInfo.InvariantCulture, out decimal latitude)
            || !decimal.TryParse(parts[1], Degrees, CultureInfo.InvariantCulture, out decimal longitude)
            || Math.Abs(latitude) > 90
            || Math.Abs(longitude) > 180)
        {
            return false;
        }

        result = new Coordinates(latitude, longitude);
        return true;
    }

    /// <summary>Writes the position as <c>30.57,-98.27</c>.</summary>
    /// <returns>Latitude, comma, longitude.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");
}
