using System.Globalization;

namespace Lcra.Hydromet.Internal;

/// <summary>What a report says about its feeds.</summary>
internal static class RainfallFindings
{
    private const int MostDuplicates = 100;

    public static FeedStatus[] Statuses(RainfallFeedSet feeds) =>
    [
        .. feeds.Results.Select(result => new FeedStatus
        {
            Feed = result.Feed,
            ReportedAt = result.Table?.ReportedAt,
            FetchedAt = result.Table?.FetchedAt,
            RowCount = result.Table?.Rows.Length ?? 0,
            UnreadableValueCount = result.Table?.Findings.UnreadableValues ?? 0,
            SkippedRowCount = result.Table?.Findings.SkippedRows ?? 0,
            Failure = result.Failure,
        }),
    ];

    public static Finding[] Collect(RainfallFeedSet feeds, IReadOnlyList<Finding> duplicates) =>
    [
        .. feeds.Results.Where(result => result.Failure is not null).Select(Failed),
        .. DaysDiffer(feeds),
        .. feeds.Results.SelectMany(result => result.Table?.Findings.Findings ?? []),
        .. duplicates.Take(MostDuplicates),
    ];

    private static Finding Failed(FeedResult result) => new()
    {
        Kind = result.RefreshFailed ? FindingKind.RefreshFailed : FindingKind.FeedUnavailable,
        Feed = result.Feed,
        Cause = result.Failure,
        Message = result.RefreshFailed
            ? $"{result.Feed} could not be refreshed and an earlier download is used: {result.Failure!.Message}"
            : $"{result.Feed} is not available and its totals are missing: {result.Failure!.Message}",
    };

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
