using System.Text.Json;
using Lcra.Hydromet;

namespace RainfallSite.Health;

/// <summary>The age or failure of each feed that the site downloads in the background.</summary>
internal static class FeedAges
{
    public static IReadOnlyList<FeedReadiness> At(DateTimeOffset now, HydrometCache cache) =>
    [
        .. Rainfall(cache).Select(feed => Describe(feed, cache.RainfallStatus, now)),
        Describe(cache.CurrentSites?.Feed ?? Missing(HydrometFeed.AllSites), cache.SitesStatus, now),
        Describe(cache.CurrentLakeLevels?.Feed ?? Missing(HydrometFeed.LakeLevels), cache.LakeLevelsStatus, now),
    ];

    private static IEnumerable<FeedStatus> Rainfall(HydrometCache cache) =>
        from feed in (HydrometFeed[])[HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall]
        select cache.CurrentRainfall?.Feeds.FirstOrDefault(status => status.Feed == feed) ?? Missing(feed);

    private static FeedStatus Missing(HydrometFeed feed) => new() { Feed = feed };

    private static FeedReadiness Describe(FeedStatus feed, HydrometCacheStatus status, DateTimeOffset now)
    {
        // A feed that was never read has no failure of its own, so the refresh's says why.
        HydrometException? failure = feed.Failure ?? (feed.IsAvailable ? null : status.Failure);
        return new FeedReadiness(
            feed.Feed.Name,
            feed.ReportedAt,
            feed.FetchedAt,
            feed.ReportedAt is { } reported ? Math.Round((now - reported).Ticks / (decimal)TimeSpan.TicksPerMinute, 1) : null,
            feed.IsStaleAt(now),
            failure is null ? null : JsonNamingPolicy.CamelCase.ConvertName(failure.Kind.ToString()));
    }
}
