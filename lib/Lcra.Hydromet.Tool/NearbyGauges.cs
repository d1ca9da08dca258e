using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Finds the gauges near a place of <c>--near</c>.</summary>
internal static class NearbyGauges
{
    // Far more than the network is wide: nobody there asks about Texas.
    private const decimal MaxKilometers = 500m;

    /// <summary>Finds the nearest gauges.</summary>
    /// <exception cref="ToolException">The place is not in Texas; a longitude without its minus is in China.</exception>
    public static IReadOnlyList<NearbyGauge> NearestTo(this RainfallReport report, Coordinates place, int count)
    {
        IReadOnlyList<NearbyGauge> nearest = report.Nearest(place.Latitude, place.Longitude, count);
        return nearest is [{ DistanceKilometers: > MaxKilometers } first, ..]
            ? throw new ToolException(
                ExitCode.Unknown,
                string.Create(CultureInfo.InvariantCulture, $"The nearest gauge is {first.DistanceKilometers:0} km away, so the network does not reach that place. In Texas the longitude is negative, such as 30.27,-97.74."))
            : nearest;
    }
}
