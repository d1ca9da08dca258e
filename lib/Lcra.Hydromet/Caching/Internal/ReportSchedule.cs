using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>A report is refreshed when the first of its feeds is due.</summary>
/// <param name="own">The feeds that a refresh of the report requests.</param>
/// <param name="joined">Feeds of the report that another entry requests.</param>
internal sealed class ReportSchedule((HydrometFeed Feed, FeedSchedule Schedule)[] own, params FeedSchedule[] joined) : IRefreshSchedule
{
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(1);

    /// <summary>Creates the schedule of a feed.</summary>
    /// <param name="options">The jitter, or a fixed interval.</param>
    /// <param name="phase">The position of a cache in the jitter, from 0 to 1.</param>
    public static FeedSchedule Of(HydrometCacheOptions options, double phase) =>
        new(ReportCycle.FilesDue + (options.RefreshJitter / 2 * (1 + phase)), options.RefreshInterval);

    /// <summary>Notes that a feed is requested, in any case or only if it is due.</summary>
    public bool Begin(HydrometFeed feed, DateTimeOffset now, bool force) =>
        Array.Find(own, known => known.Feed == feed).Schedule.Begin(now, force);

    /// <inheritdoc/>
    public DateTimeOffset Next(DateTimeOffset now, IReadOnlyCollection<FeedStatus> feeds, HydrometException? failure, int failures)
    {
        foreach ((HydrometFeed feed, FeedSchedule schedule) in own)
        {
            if (feeds.FirstOrDefault(status => status.Feed == feed) is { } status)
            {
                schedule.End(status, now);
            }
            else
            {
                schedule.Fail(failure?.RetryAfter, now);
            }
        }

        // A feed can become due while others are downloaded.
        DateTimeOffset next = own.Select(feed => feed.Schedule).Concat(joined).Min(schedule => schedule.Next);
        return next > now ? next : now + Overdue;
    }
}
