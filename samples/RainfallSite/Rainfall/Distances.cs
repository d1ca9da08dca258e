using System.Globalization;
using Lcra.Hydromet;
using Microsoft.Extensions.Localization;

namespace RainfallSite.Rainfall;

/// <summary>Distance and direction in the reader's language: miles beside inches, kilometres beside millimetres.</summary>
internal sealed class Distances(IStringLocalizer<RainfallText> text)
{
    private const decimal KilometersPerMile = 1.609344m;
    private const int Directions = 8;

    /// <summary>Says <c>3.1 mi NW</c>.</summary>
    public string Say(NearbyGauge nearby, RainUnit unit)
    {
        string direction = text["Compass"].Value.Split(' ')[((nearby.BearingDegrees * 2) + 45) / 90 % Directions];
        return unit == RainUnit.Millimeters
            ? text["Kilometers", Number(nearby.DistanceKilometers), direction]
            : text["Miles", Number(nearby.DistanceKilometers / KilometersPerMile), direction];
    }

    private static string Number(decimal distance) => distance.ToString("0.0", CultureInfo.InvariantCulture);
}
