namespace Lcra.Hydromet;

/// <summary>Options of a <see cref="HydrometWatcher"/>.</summary>
public sealed class HydrometWatcherOptions
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>
    /// Gets or sets the time between two reports, from one second to one day. Null, the default, follows LCRA's reports: two to three minutes after each
    /// quarter of an hour, and later where they come later.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is shorter than a second or longer than a day.</exception>
    public TimeSpan? Interval
    {
        get;
        set => field = value < MinInterval || value > MaxInterval
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "The interval must be from one second to one day; null follows LCRA's reports.")
            : value;
    }

    /// <summary>Gets or sets the thresholds to watch; none by default.</summary>
    public IReadOnlyCollection<RainfallThreshold> Thresholds { get; set; } = [];
}
