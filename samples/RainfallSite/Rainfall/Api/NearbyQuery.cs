using System.Globalization;

namespace RainfallSite.Rainfall.Api;

/// <summary>The query <c>?near=30.57,-98.27&amp;take=5</c> of the list of sites.</summary>
internal sealed record NearbyQuery(decimal? Latitude, decimal? Longitude, int Take)
{
    public const int Most = 1000;
    private const NumberStyles Degrees = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Reads the query; on failure <paramref name="problem"/> says what would be right.</summary>
    public static NearbyQuery? Read(string? near, string? take, out string? problem)
    {
        int count = Most;
        if (!string.IsNullOrEmpty(take)
            && !(int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and <= Most))
        {
            problem = $"take is how many sites to list: a whole number from 1 to {Most}, as in take=5.";
            return null;
        }

        if (string.IsNullOrEmpty(near))
        {
            problem = null;
            return new NearbyQuery(null, null, count);
        }

        string[] parts = near.Split(',');
        if (parts.Length != 2 || !TryReadDegrees(parts[0], 90, out decimal latitude) || !TryReadDegrees(parts[1], 180, out decimal longitude))
        {
            problem = "near is a latitude and a longitude in degrees with a comma between, as in near=30.57,-98.27: "
                + "-90 to 90 north and -180 to 180 east, so the longitude is negative in Texas.";
            return null;
        }

        problem = null;
        return new NearbyQuery(latitude, longitude, count);
    }

    private static bool TryReadDegrees(string text, int most, out decimal degrees) =>
        decimal.TryParse(text, Degrees, CultureInfo.InvariantCulture, out degrees) && Math.Abs(degrees) <= most;
}
