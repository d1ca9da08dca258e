using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>Coordinates as a visitor types them: <c>30.57,-98.27</c> or <c>30.57 -98.27</c>.</summary>
internal static class CoordinatesInput
{
    private const int Decimals = 3;

    /// <summary>Parses a latitude and a longitude; null when the text is malformed or out of range.</summary>
    public static Coordinates? Parse(string? text)
    {
        if (Coordinates.TryParse(text, out Coordinates place))
        {
            return place;
        }

        return text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ } latitude, { } longitude] && Coordinates.TryParse($"{latitude},{longitude}", out place) ? place : null;
    }

    /// <summary>Rounds to about a hundred meters, which is enough to find a gauge and does not point at a house.</summary>
    public static Coordinates Rounded(this Coordinates place) => new(decimal.Round(place.Latitude, Decimals), decimal.Round(place.Longitude, Decimals));
}
