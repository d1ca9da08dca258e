using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>A rain gauge of a report and its total for every period.</summary>
public sealed class RainfallGauge
{
    private static readonly TimeSpan OldestReading = TimeSpan.FromHours(1);
    private readonly RainfallFeedSet _feeds;
    private readonly GaugeRows _rows;
    private GaugeConflicts? _conflicts;

    internal RainfallGauge(Site site, RainfallFeedSet feeds, GaugeRows rows, SiteReading? reading)
    {
        Reading = reading;
        Site = site;
        _feeds = feeds;
        _rows = rows;
    }

    /// <summary>Gets the site.</summary>
    public Site Site { get; }

    /// <summary>
    /// Gets when the gauge was read, in Central time, according to Rainfall.csv or, for a gauge of another agency,
    /// the all-sites answer; null when that is not known.
    /// </summary>
    public DateTimeOffset? ObservedAt => Site.Id.IsLcra
        ? RainfallTotals.ObservedAt(_feeds.Recent, _rows.Recent)
        : Reading?.ObservedAt;

    /// <summary>Gets what else the site measures; null unless the report was joined with the all-sites answer and it has the site.</summary>
    public SiteReading? Reading { get; }

    /// <summary>
    /// Gets a value indicating whether the gauge still reports: it was read within the hour before the newest report,
    /// and LCRA does not call it stale.
    /// </summary>
    public bool IsReporting =>
        Reading is not { IsStale: true }
        && (Site.Id.IsLcra ? _feeds.NewestReport : _feeds.Sites?.Feed.ReportedAt) - ObservedAt <= OldestReading;

    /// <summary>
    /// Gets the total of every requested period in the order of <see cref="RainfallPeriod.All"/>: 25 of them, without those that only the
    /// all-sites response has in a report of <see cref="RainfallScope.CsvFeeds"/>.
    /// </summary>
    public IEnumerable<RainfallTotal> Totals =>
        RainfallPeriod.All.Where(period => _feeds.Scope == RainfallScope.AllFeeds || period.Feed != HydrometFeed.AllSites).Select(period => this[period]);

    /// <summary>Gets the total of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The total; its amount is null with a reason when there is none.</returns>
    public RainfallTotal this[RainfallPeriod period]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(period);
            PeriodAmount amount = RainfallTotals.Read(Site, period, _feeds, _rows, Reading, withSource: true);
            return RainfallTotals.ToTotal(Site, amount, (_conflicts ??= GaugeConflicts.Find(Site, _feeds, _rows, Reading)).Of(period));
        }
    }

    internal GaugeRows Rows => _rows;
}
