namespace Lcra.Hydromet.Internal;

/// <summary>The three rainfall feeds of one report.</summary>
internal sealed class RainfallFeedSet(FeedResult recent, FeedResult fiveDay, FeedResult monthYear)
{
    public IReadOnlyList<FeedResult> Results { get; } = [recent, fiveDay, monthYear];

    public FeedTable? Recent => recent.Table;

    /// <summary>Gets the newest report time, which windows of an unavailable feed are laid by.</summary>
    public DateTimeOffset? NewestReport { get; } =
        Max(recent.Table?.ReportedAt, Max(fiveDay.Table?.ReportedAt, monthYear.Table?.ReportedAt));

    public FeedResult this[HydrometFeed feed] =>
        feed == HydrometFeed.Rainfall ? recent : feed == HydrometFeed.FiveDayRainfall ? fiveDay : monthYear;

    private static DateTimeOffset? Max(DateTimeOffset? left, DateTimeOffset? right) => right is null || left > right ? left : right;
}
