using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A gauge with its distance and direction from a place.</summary>
public sealed record NearbyGauge
{
    /// <summary>Gets the gauge.</summary>
    public required RainfallGauge Gauge { get; init; }

    /// <summary>Gets the distance in kilometers along the earth's surface, rounded to the meter.</summary>
    public required decimal DistanceKilometers { get; init; }

    /// <summary>Gets the initial bearing from the place to the gauge, in whole degrees clockwise from north (0 to 359).</summary>
    public required int BearingDegrees { get; init; }

    /// <summary>Gets a value indicating whether the gauge still reports (<see cref="RainfallGauge.IsReporting"/>).</summary>
    public bool IsReporting => Gauge.IsReporting;

    /// <summary>Gets the time since the gauge was read.</summary>
    /// <param name="now">The time to compare with.</param>
    /// <returns>The age; null when the observation time is unknown.</returns>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - Gauge.ObservedAt;

    /// <summary>Writes the gauge, its distance and its direction on one line.</summary>
    /// <returns>Gauge, kilometers and degrees.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Gauge.Site.Id} {Gauge.Site.Name}: {DistanceKilometers} km, bearing {BearingDegrees}°");
}
