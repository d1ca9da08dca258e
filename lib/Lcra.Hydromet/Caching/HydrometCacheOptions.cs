using System.ComponentModel.DataAnnotations;

namespace Lcra.Hydromet;

/// <summary>Settings of a <see cref="HydrometCache"/>. They are checked when the application starts.</summary>
public sealed class HydrometCacheOptions
{
    /// <summary>
    /// Gets or sets how late LCRA is asked after its files are due, which is one minute past each quarter of an hour: a time between
    /// half of this and the whole of it, drawn once for each cache so that many programs do not ask at the same moment. The default is 2 minutes.
    /// </summary>
    public TimeSpan RefreshJitter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets a fixed time between refreshes, for tests. Null, the default, follows LCRA's 15-minute cycle.</summary>
    public TimeSpan? RefreshInterval { get; set; }

    /// <summary>
    /// Gets or sets how long after its download an answer is still given while no newer one can be had. The default is 12 hours.
    /// After that there is an exception and no number.
    /// </summary>
    public TimeSpan MaxStaleness { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Gets or sets a value indicating whether an application with a host refreshes by itself, so that nobody who asks waits for LCRA
    /// but for the first time. The default is false: whoever asks first after new files are due waits for them.
    /// </summary>
    public bool RefreshInBackground { get; set; }

    /// <summary>
    /// Gets or sets how long a history is returned without another request. The default is 15 minutes. A failed history is not cached as a
    /// result: it is requested again after 1, 2, 4 and then every 8 minutes, or when LCRA says.
    /// </summary>
    public TimeSpan HistoryLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Gets or sets how many histories are cached, days, records and failed ones together; the least recently used goes first. The default is 32.
    /// Their size is bounded too, at some 64 MiB; a history larger than that is returned and not cached.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxHistories { get; set; } = 32;
}
