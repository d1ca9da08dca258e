using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The three rainfall feeds of one report.</summary>
internal sealed class RainfallFeedSet(FeedResult recent, FeedResult fiveDay, FeedResult monthYear, SiteReport? sites = null)
{
    public IReadOnlyList<FeedResult> Results { get; } = [recent, fiveDay, monthYear];

    public FeedTable? Recent => recent.Table;

    public FeedTable? FiveDay => fiveDay.Table;

    /// <summary>Gets the all-sites answer; null while the report is of the three feeds alone.</summary>
    public SiteReport? Sites => sites;

    /// <summary>Gets the newest report time, which windows of an unavailable feed are laid by.</summary>
    public DateTimeOffset? NewestReport { get; } =
        Max(recent.Table?.ReportedAt, Max(fiveDay.Table?.ReportedAt, monthYear.Table?.ReportedAt));

    public FeedResult this[HydrometFeed feed] =>
        feed == HydrometFeed.Rainfall ? recent : feed == HydrometFeed.FiveDayRainfall ? fiveDay : monthYear;

    /// <summary>Leaves out the rows that were downloaded before a time.</summary>
    public RainfallFeedSet Since(DateTimeOffset oldest)
    {
        return new RainfallFeedSet(IfFresh(recent), IfFresh(fiveDay), IfFresh(monthYear), sites);

        FeedResult IfFresh(FeedResult result) => result.Table?.FetchedAt < oldest ? result with { Table = null } : result;
    }

    public RainfallFeedSet With(SiteReport joined) => new(recent, fiveDay, monthYear, joined);

    private static DateTimeOffset? Max(DateTimeOffset? left, DateTimeOffset? right) => right is null || left > right ? left : right;
}
