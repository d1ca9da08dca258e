namespace Lcra.Hydromet;

/// <summary>A gauge as seen from a place.</summary>
public sealed record NearbyGauge
{
    /// <summary>Gets the gauge.</summary>
    public required RainfallGauge Gauge { get; init; }

    /// <summary>Gets the distance in kilometres along the earth's surface, to the metre.</summary>
    public required decimal DistanceKilometers { get; init; }

    /// <summary>Gets the direction to set out in, in whole degrees clockwise from north (0 to 359).</summary>
    public required int BearingDegrees { get; init; }

    /// <summary>Gets a value indicating whether the gauge still reports (<see cref="RainfallGauge.IsReporting"/>).</summary>
    public bool IsReporting => Gauge.IsReporting;

    /// <summary>Tells how long ago the gauge was read.</summary>
    /// <param name="now">The time to judge by.</param>
    /// <returns>The age; null when the reading time is not known.</returns>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - Gauge.ObservedAt;
}
