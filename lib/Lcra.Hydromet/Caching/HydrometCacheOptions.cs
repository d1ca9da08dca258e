using System.ComponentModel.DataAnnotations;

namespace Lcra.Hydromet;

/// <summary>Options of a <see cref="HydrometCache"/>. They are validated when the application starts.</summary>
public sealed class HydrometCacheOptions
{
    /// <summary>
    /// Gets or sets the maximum delay of a refresh after LCRA's files are due, one minute past each quarter of an hour. The delay is between
    /// half of this and all of it, random for each cache, so that many programs do not send requests at the same time. The default is 2 minutes.
    /// </summary>
    public TimeSpan RefreshJitter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets a fixed interval between refreshes, for tests. Null, the default, follows LCRA's 15-minute cycle.</summary>
    public TimeSpan? RefreshInterval { get; set; }

    /// <summary>
    /// Gets or sets how long after its download a response is returned while no newer one is available. The default is 12 hours.
    /// After that its totals are missing, and without any feed the cache throws.
    /// </summary>
    public TimeSpan MaxStaleness { get; set; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Gets or sets a value indicating whether a hosted service refreshes the cache in the background, so that only the first call waits
    /// for LCRA. The default is false: the first call after new files are due waits for them.
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
