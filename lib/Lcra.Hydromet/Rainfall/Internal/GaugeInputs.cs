namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>What a report knows of one gauge: its site, its rows in the CSV feeds and its row of the all-sites response.</summary>
internal sealed record GaugeInputs(RainfallFeedSet Feeds, Site Site, GaugeRows Rows, SiteReading? Reading)
{
    private static readonly TimeSpan MaxReadingAge = TimeSpan.FromHours(1);

    public DateTimeOffset? ObservedAt => Site.Id.IsLcra
        ? RainfallTotals.ObservedAt(Feeds.Recent, Rows.Recent)
        : Reading?.ObservedAt;

    public bool IsReporting =>
        Reading is not { IsStale: true }
        && (Site.Id.IsLcra ? Feeds.NewestReport : Feeds.Sites?.Feed.ReportedAt) - ObservedAt <= MaxReadingAge;

    public PeriodAmount Read(RainfallPeriod period, bool withSource) => RainfallTotals.Read(Site, period, Feeds, Rows, Reading, withSource);

    public GaugeConflicts FindConflicts() => GaugeConflicts.Find(Site, Feeds, Rows, Reading);
}
