namespace Lcra.Hydromet.Caching.Internal;

/// <summary>When to refresh a cache entry.</summary>
internal interface IRefreshSchedule
{
    /// <summary>Tells whether a response fetched at that time is from an earlier cycle.</summary>
    bool IsOfAnEarlierCycle(DateTimeOffset fetchedAt, DateTimeOffset now);

    /// <summary>Gets the time since which a fetched response is current, so that a retry leaves it alone.</summary>
    DateTimeOffset CurrentSince(DateTimeOffset now);

    /// <summary>Tells when to request again.</summary>
    /// <param name="now">The time when a refresh ended.</param>
    /// <param name="failures">The number of consecutive failed refreshes; 0 after a successful one.</param>
    /// <param name="retryAfter">The delay that LCRA asked for; null without one.</param>
    DateTimeOffset Next(DateTimeOffset now, int failures, TimeSpan? retryAfter);
}
