using System.Globalization;
using Lcra.Hydromet;
using Microsoft.Extensions.Localization;
using RainfallSite.Preferences;

namespace RainfallSite.Formatting;

/// <summary>Formats distance and direction in the reader's language: miles with inches, kilometers with millimeters.</summary>
internal sealed class DistanceFormatter(IStringLocalizer<FormatterText> text)
{
    private const decimal KilometersPerMile = 1.609344m;
    private const int Directions = 8;

    /// <summary>Formats <c>3.1 mi NW</c>.</summary>
    public string Format(NearbyGauge nearby, RainUnit unit) => Format(new Way(nearby.DistanceKilometers, nearby.BearingDegrees), unit);

    /// <summary>Formats <c>3.1 mi NW</c>.</summary>
    public string Format(Way way, RainUnit unit)
    {
        string direction = text["Compass"].Value.Split(' ')[((way.BearingDegrees * 2) + 45) / 90 % Directions];
        return unit == RainUnit.Millimeters
            ? text["Kilometers", Number(way.Kilometers), direction]
            : text["Miles", Number(way.Kilometers / KilometersPerMile), direction];
    }

    private static string Number(decimal distance) => distance.ToString("0.0", CultureInfo.InvariantCulture);
}
