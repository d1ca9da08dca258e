namespace Lcra.Hydromet;

/// <summary>Options of a <see cref="HydrometWatcher"/>.</summary>
public sealed class HydrometWatcherOptions
{
    /// <summary>
    /// Gets or sets the time between two reports. Null, the default, follows LCRA's cycle: two minutes after each quarter of an hour.
    /// </summary>
    public TimeSpan? Interval { get; set; }

    /// <summary>Gets or sets the thresholds to watch; none by default.</summary>
    public IReadOnlyCollection<RainfallThreshold> Thresholds { get; set; } = [];
}
