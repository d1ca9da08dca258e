using System.Globalization;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>What a report says about its feeds.</summary>
internal static class RainfallFindings
{
    private const int MaxDuplicates = 100;

    public static FeedStatus[] Statuses(RainfallFeedSet feeds) =>
    [
        .. feeds.Results.Select(result =>
            result.Table?.ToStatus(result.Failure) ?? new FeedStatus { Feed = result.Feed, Failure = result.Failure }),
        .. feeds.Sites is { } sites ? [sites.Feed]
            : feeds.SitesFailure is { } failure ? [new FeedStatus { Feed = HydrometFeed.AllSites, Failure = failure }]
            : Array.Empty<FeedStatus>(),
    ];

    public static Finding[] Collect(RainfallFeedSet feeds, IReadOnlyList<Finding> duplicates) =>
    [
        .. feeds.Results.Where(result => result.Failure is not null).Select(result => Failed(result.Feed, result.Failure!, result.RefreshFailed)),
        .. feeds.Results.Select(result => result.Note).OfType<Finding>(),
        .. DaysDiffer(feeds),
        .. feeds.Results.SelectMany(result => result.Table?.Findings.Findings ?? []),
        .. duplicates.Take(MaxDuplicates),
        .. feeds.Sites is { } sites ? OfSites(sites) : [],
        .. feeds.SitesFailure is { } failure ? [Failed(HydrometFeed.AllSites, failure, refresh: false)] : Array.Empty<Finding>(),
    ];

    private static Finding Failed(HydrometFeed feed, HydrometException failure, bool refresh) => new()
    {
        Kind = refresh ? FindingKind.RefreshFailed : FindingKind.FeedUnavailable,
        Feed = feed,
        Cause = failure,
        Message = failure.Kind == HydrometFailureKind.Incomplete ? failure.Message
            : refresh ? $"{feed} could not be refreshed and an earlier download is used: {failure.Message}"
            : $"{feed} is not available and its totals are missing: {failure.Message}",
    };

    private static IEnumerable<Finding> OfSites(SiteReport sites) => sites.Feed.Failure is { } failure
        ? sites.Findings.Prepend(Failed(HydrometFeed.AllSites, failure, refresh: true))
        : sites.Findings;

    private static IEnumerable<Finding> DaysDiffer(RainfallFeedSet feeds)
    {
        var days = feeds.Results
            .Where(result => result.Table is not null)
            .Select(result => (result.Feed, Day: CentralTime.DayOf(result.Table!.ReportedAt)))
            .ToList();
        if (days.DistinctBy(feed => feed.Day).Skip(1).Any())
        {
            string list = string.Join(", ", days.Select(feed => string.Create(CultureInfo.InvariantCulture, $"{feed.Feed} of {feed.Day:yyyy-MM-dd}")));
            yield return new Finding
            {
                Kind = FindingKind.ReportDaysDiffer,
                Message = $"The feeds are from different days ({list}); their totals must not be added or compared.",
            };
        }
    }
}
