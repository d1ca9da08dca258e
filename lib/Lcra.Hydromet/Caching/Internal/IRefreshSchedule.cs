namespace Lcra.Hydromet.Caching.Internal;

/// <summary>When to refresh a cache entry.</summary>
internal interface IRefreshSchedule
{
    /// <summary>Tells when to request again.</summary>
    /// <param name="now">The time when a refresh ended.</param>
    /// <param name="feeds">The feeds that it gave; none when it failed.</param>
    /// <param name="failure">Why it failed, or the first failure of a feed; null after a successful one.</param>
    /// <param name="failures">The number of consecutive failed refreshes; 0 after a successful one.</param>
    DateTimeOffset Next(DateTimeOffset now, IReadOnlyCollection<FeedStatus> feeds, HydrometException? failure, int failures);
}
