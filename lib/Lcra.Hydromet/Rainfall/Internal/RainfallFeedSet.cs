using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The rainfall feeds of one report.</summary>
internal sealed class RainfallFeedSet(FeedResult recent, FeedResult fiveDay, FeedResult monthYear, SitesResult? sites = null)
{
    public IReadOnlyList<FeedResult> Results { get; } = [recent, fiveDay, monthYear];

    public FeedTable? Recent => recent.Table;

    public FeedTable? FiveDay => fiveDay.Table;

    /// <summary>Gets the all-sites response; null when it failed or was not requested.</summary>
    public SiteReport? Sites => sites?.Report;

    /// <summary>Gets why there is no all-sites response; null when it was not requested.</summary>
    public HydrometException? SitesFailure => sites?.Failure;

    /// <summary>Gets the scope that the report was requested with.</summary>
    public RainfallScope Scope => sites is null ? RainfallScope.CsvFeeds : RainfallScope.AllFeeds;

    /// <summary>Gets the newest report time, which the windows of an unavailable feed use.</summary>
    public DateTimeOffset? NewestReport { get; } =
        Max(recent.Table?.ReportedAt, Max(fiveDay.Table?.ReportedAt, monthYear.Table?.ReportedAt));

    public FeedResult this[HydrometFeed feed] =>
        feed == HydrometFeed.Rainfall ? recent : feed == HydrometFeed.FiveDayRainfall ? fiveDay : monthYear;

    /// <summary>Makes the set of feeds without rows.</summary>
    /// <param name="failure">Why there are none: of one feed, or with the failure of each.</param>
    public static RainfallFeedSet Unavailable(HydrometException failure)
    {
        HydrometException[] causes = [.. (failure.InnerException as AggregateException)?.InnerExceptions.OfType<HydrometException>() ?? [], failure];
        return new RainfallFeedSet(Of(HydrometFeed.Rainfall), Of(HydrometFeed.FiveDayRainfall), Of(HydrometFeed.MonthYearRainfall));

        FeedResult Of(HydrometFeed feed) => new(feed, Table: null, causes.FirstOrDefault(cause => cause.Feed == feed) ?? failure);
    }

    /// <summary>Removes the rows that were downloaded before a time.</summary>
    public RainfallFeedSet Since(DateTimeOffset oldest)
    {
        return new RainfallFeedSet(IfFresh(recent), IfFresh(fiveDay), IfFresh(monthYear), sites);

        FeedResult IfFresh(FeedResult result) => result.Table?.FetchedAt < oldest ? result with { Table = null } : result;
    }

    public RainfallFeedSet With(SitesResult? joined) => new(recent, fiveDay, monthYear, joined);

    private static DateTimeOffset? Max(DateTimeOffset? left, DateTimeOffset? right) => right is null || left > right ? left : right;
}
