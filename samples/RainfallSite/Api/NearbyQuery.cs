using System.Globalization;
using Lcra.Hydromet;
using RainfallSite.Search;

namespace RainfallSite.Api;

/// <summary>The query <c>?near=30.57,-98.27&amp;take=5</c> of the list of sites.</summary>
/// <param name="Near">The place to measure from; null for the order of the feeds.</param>
/// <param name="Take">How many gauges to list.</param>
internal sealed record NearbyQuery(Coordinates? Near, int Take)
{
    public const int MaxSites = 1000;

    /// <summary>Parses the query; on failure <paramref name="problem"/> says what is valid.</summary>
    public static NearbyQuery? Parse(string? near, string? take, out string? problem)
    {
        int count = MaxSites;
        if (!string.IsNullOrEmpty(take)
            && !(int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is > 0 and <= MaxSites))
        {
            problem = $"take is how many sites to list: a whole number from 1 to {MaxSites}, as in take=5.";
            return null;
        }

        Coordinates? place = CoordinatesInput.Parse(near);
        bool isMalformed = !string.IsNullOrEmpty(near) && place is null;
        problem = isMalformed
            ? "near is a latitude and a longitude in degrees with a comma between, as in near=30.57,-98.27: "
                + "-90 to 90 north and -180 to 180 east, so the longitude is negative in Texas."
            : null;
        return isMalformed ? null : new NearbyQuery(place, count);
    }
}
