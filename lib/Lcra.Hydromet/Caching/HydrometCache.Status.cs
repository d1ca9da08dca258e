namespace Lcra.Hydromet;

/// <content>The ages and failures of what is cached.</content>
public sealed partial class HydrometCache
{
    /// <summary>Gets the age of the rainfall report and its next refresh.</summary>
    public HydrometCacheStatus RainfallStatus => _rainfall.Status;

    /// <summary>Gets the age of the all-sites report and its next refresh.</summary>
    public HydrometCacheStatus SitesStatus => _sites.Status;

    /// <summary>Gets the age of the lake levels and their next refresh.</summary>
    public HydrometCacheStatus LakeLevelsStatus => _lakes.Status;

    /// <summary>
    /// Gets the status of each feed without waiting: the three rainfall feeds, the all-sites response, and the lake levels once they have been
    /// requested. A feed without cached rows has no times, and the failure of its last refresh if there was one.
    /// </summary>
    public IReadOnlyList<FeedStatus> Feeds
    {
        get
        {
            IReadOnlyList<FeedStatus> rainfall = CurrentRainfall?.Feeds ?? [];
            HydrometException? failure = rainfall.Any(feed => feed.Failure is not null) ? null : RainfallStatus.Failure;
            return
            [
                .. CsvFeeds.Select(feed => Status(rainfall.FirstOrDefault(status => status.Feed == feed), feed, failure)),
                Status(CurrentSites?.Feed, HydrometFeed.AllSites, SitesStatus.Failure),
                .. _lakes.WasAskedFor ? [Status(CurrentLakeLevels?.Feed, HydrometFeed.LakeLevels, LakeLevelsStatus.Failure)] : (FeedStatus[])[],
            ];
        }
    }

    private static FeedStatus Status(FeedStatus? current, HydrometFeed feed, HydrometException? failure)
    {
        FeedStatus status = current ?? new FeedStatus { Feed = feed };
        return status with { Failure = status.Failure ?? failure };
    }
}
