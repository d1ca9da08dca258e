using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// What the three rainfall feeds say at one time, joined by site. A report never changes, so it can be kept and shared.
/// </summary>
public sealed class RainfallReport
{
    private readonly IReadOnlyDictionary<SiteId, int> _places;

    internal RainfallReport(RainfallFeedSet feeds)
    {
        FeedSet = feeds;
        RainfallJoin join = new(feeds);
        _places = join.Places;
        Gauges = join.ToGauges();
        Feeds = RainfallFindings.Statuses(feeds);
        Findings = RainfallFindings.Collect(feeds, join.Duplicates);
    }

    /// <summary>Gets the gauges of all three feeds, in the order in which the feeds list them.</summary>
    public IReadOnlyList<RainfallGauge> Gauges { get; }

    /// <summary>Gets how each of the three feeds came in.</summary>
    public IReadOnlyList<FeedStatus> Feeds { get; }

    /// <summary>Gets what a careful reader wants to know about the feeds: at most 100 for each feed and a few on the report.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets the basins that the feeds name, in alphabetical order.</summary>
    public IReadOnlyList<string> Basins =>
        [.. Gauges.Select(gauge => gauge.Site.Basin).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    internal RainfallFeedSet FeedSet { get; }

    /// <summary>
    /// Compares totals that must agree: today with since midnight and the last 24 hours across feeds of one run, five days
    /// with their parts, longer windows with shorter ones, and the CSV feeds with the all-sites answer where both carry the same reading.
    /// </summary>
    /// <returns>The findings, each with both values. Nothing is repaired.</returns>
    public IReadOnlyList<Finding> CheckConsistency() =>
    [
        .. Findings.Where(finding => finding.Kind == FindingKind.ReportDaysDiffer),
        .. Gauges.SelectMany(gauge => RainfallConsistency.Check(gauge, FeedSet)),
    ];

    /// <summary>
    /// Joins the report with the all-sites answer: gauges get their coordinates and further periods, and the gauges of
    /// other agencies come in. A total that the CSV feeds are there for still comes from them alone.
    /// </summary>
    /// <param name="sites">The all-sites answer.</param>
    /// <returns>A new report.</returns>
    public RainfallReport Join(SiteReport sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new RainfallReport(FeedSet.With(sites));
    }

    /// <summary>Finds a gauge.</summary>
    /// <param name="site">The site, such as <c>SiteId.Parse("3018")</c>.</param>
    /// <returns>The gauge; null when no feed has it.</returns>
    public RainfallGauge? Find(SiteId site) => _places.TryGetValue(site, out int place) ? Gauges[place] : null;
}
