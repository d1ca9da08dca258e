using Lcra.Hydromet.Areas.Internal;

namespace Lcra.Hydromet;

/// <summary>Finds the gauges of a report by where they are.</summary>
public static class RainfallReportAreaExtensions
{
    /// <summary>Lists the gauges from nearest to farthest.</summary>
    /// <param name="report">The report.</param>
    /// <param name="latitude">The latitude of the place in degrees north.</param>
    /// <param name="longitude">The longitude of the place in degrees east, so negative in Texas.</param>
    /// <param name="count">The maximum number of gauges.</param>
    /// <returns>The gauges with distance, direction and whether they report; a silent gauge is listed and marked.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coordinates are out of range, or the count is not positive.</exception>
    /// <exception cref="InvalidOperationException">The report was requested without coordinates, by <see cref="RainfallScope.CsvFeeds"/>.</exception>
    /// <exception cref="HydrometException">The all-sites response, which has the coordinates, is unavailable.</exception>
    /// <example>
    /// <code>
    /// foreach (NearbyGauge near in report.Nearest(30.57m, -98.27m, 3))
    /// {
    ///     Console.WriteLine($"{near.DistanceKilometers} km: {near.Gauge[RainfallPeriod.OneHour]}");
    /// }
    /// </code>
    /// </example>
    public static IReadOnlyList<NearbyGauge> Nearest(this RainfallReport report, decimal latitude, decimal longitude, int count)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return [.. GaugeAreas.ByDistance(report, latitude, longitude).Take(count)];
    }

    /// <summary>Lists the gauges within a radius, from nearest to farthest.</summary>
    /// <param name="report">The report.</param>
    /// <param name="latitude">The latitude of the center in degrees north.</param>
    /// <param name="longitude">The longitude of the center in degrees east, so negative in Texas.</param>
    /// <param name="radiusKilometers">The radius in kilometers.</param>
    /// <returns>The gauges.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coordinates are out of range, or the radius is negative.</exception>
    /// <inheritdoc cref="Nearest" path="/exception[@cref='T:System.InvalidOperationException' or @cref='T:Lcra.Hydromet.HydrometException']"/>
    public static IReadOnlyList<RainfallGauge> WithinRadius(this RainfallReport report, decimal latitude, decimal longitude, decimal radiusKilometers)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentOutOfRangeException.ThrowIfNegative(radiusKilometers);
        return
        [
            .. GaugeAreas.ByDistance(report, latitude, longitude)
                .TakeWhile(nearby => nearby.DistanceKilometers <= radiusKilometers)
                .Select(nearby => nearby.Gauge),
        ];
    }

    /// <summary>Lists the gauges of a basin. The whole name of the basin must match.</summary>
    /// <param name="report">The report.</param>
    /// <param name="basin">The basin as in <see cref="RainfallReport.Basins"/>; case is ignored.</param>
    /// <returns>The gauges, at least one.</returns>
    /// <exception cref="ArgumentException">No gauge has that basin; the message has the nearest names.</exception>
    /// <exception cref="HydrometException">The feed that names the basins is unavailable.</exception>
    public static IReadOnlyList<RainfallGauge> InBasin(this RainfallReport report, string basin)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(basin);
        return GaugeAreas.InBasin(report, basin);
    }
}
