using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// What the rainfall feeds say at one time, joined by site. A report never changes, so it can be cached and shared.
/// </summary>
[JsonConverter(typeof(RainfallReportJsonConverter))]
public sealed class RainfallReport
{
    // Shorter numbers are LCRA's and Austin's own; the end of a longer one does not identify them.
    private const int ShortestEnd = 6;

    private readonly RainfallFeedSet? _feeds;
    private readonly IReadOnlyDictionary<SiteId, int> _places;

    internal RainfallReport(RainfallFeedSet feeds)
    {
        _feeds = feeds;
        Scope = feeds.Scope;
        RainfallJoin join = new(feeds);
        _places = join.Places;
        Gauges = join.ToGauges();
        Feeds = RainfallFindings.Statuses(feeds);
        Findings = RainfallFindings.Collect(feeds, join.Duplicates);
    }

    // A report that was read from JSON has no feeds to refresh or to join.
    internal RainfallReport(ReportDocument document)
    {
        Scope = document.Scope;
        Gauges = document.Gauges;
        Feeds = document.Feeds;
        Findings = document.Findings;
        Dictionary<SiteId, int> places = [];
        for (int place = 0; place < Gauges.Count; place++)
        {
            places.TryAdd(Gauges[place].Site.Id, place);
        }

        _places = places;
    }

    /// <summary>Gets the gauges of all three feeds, in the order in which the feeds list them.</summary>
    public IReadOnlyList<RainfallGauge> Gauges { get; }

    /// <summary>Gets how each requested feed came in.</summary>
    public IReadOnlyList<FeedStatus> Feeds { get; }

    /// <summary>Gets the data-quality findings: at most 100 for each feed and a few about the report.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets the basins in the feeds, in alphabetical order.</summary>
    public IReadOnlyList<string> Basins =>
        [.. Gauges.Select(gauge => gauge.Site.Basin).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Gets which feeds the report was requested with.</summary>
    public RainfallScope Scope { get; }

    internal RainfallFeedSet FeedSet => _feeds
        ?? throw new InvalidOperationException("The report was read from JSON, which has totals and not the feeds' rows: request a new one from a client.");

    /// <summary>
    /// Compares totals that must agree: today with since midnight and the last 24 hours across feeds of the same report time, five days
    /// with their parts, longer windows with shorter ones, and the CSV feeds with the all-sites response where both have the same observation time.
    /// </summary>
    /// <returns>The findings, each with both values. No value is changed.</returns>
    /// <exception cref="InvalidOperationException">The report was read from JSON, without the feeds' rows.</exception>
    public IReadOnlyList<Finding> CheckConsistency() =>
    [
        .. Findings.Where(finding => finding.Kind == FindingKind.ReportDaysDiffer),
        .. Gauges.SelectMany(gauge => RainfallConsistency.Check(gauge, FeedSet)),
    ];

    /// <summary>
    /// Joins the report with the all-sites response, which adds coordinates and periods to the gauges, and the gauges of
    /// other agencies. A total that the CSV feeds publish still comes only from them.
    /// </summary>
    /// <param name="sites">The all-sites response.</param>
    /// <returns>A new report.</returns>
    /// <exception cref="InvalidOperationException">The report was read from JSON, without the feeds' rows.</exception>
    public RainfallReport Join(SiteReport sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new RainfallReport(FeedSet.With(new SitesResult(sites, Failure: null)));
    }

    /// <summary>Finds a gauge.</summary>
    /// <param name="site">The site, such as <c>SiteId.Parse("3018")</c>.</param>
    /// <returns>The gauge; null when no feed has it.</returns>
    public RainfallGauge? Find(SiteId site) => _places.TryGetValue(site, out int place) ? Gauges[place] : null;

    /// <summary>Finds a gauge by what a person typed: a site as <see cref="SiteId"/> reads it, or the end of one site's number.</summary>
    /// <param name="text">The text, such as <c>3018</c>, <c>USGS-08159105</c>, or <c>8159105</c>, where a spreadsheet lost the zero.</param>
    /// <returns>The gauge; null when no feed has it, or when the number of several gauges ends so.</returns>
    public RainfallGauge? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (SiteId.TryParse(text, out SiteId site) && Find(site) is { } gauge)
        {
            return gauge;
        }

        // A number alone may be any agency's.
        string end = site.Number;
        bool isBare = text.Trim().Length == end.Length;
        return end.Length >= ShortestEnd && end.All(char.IsAsciiDigit)
            && Gauges.Where(candidate => IsNamed(candidate.Site.Id)).Take(2).ToArray() is [{ } only]
            ? only
            : null;

        bool IsNamed(SiteId candidate) =>
            candidate.Number.EndsWith(end, StringComparison.Ordinal) && (isBare || string.Equals(candidate.Agency, site.Agency, StringComparison.Ordinal));
    }

    /// <summary>Gets a gauge's total for a period.</summary>
    /// <param name="site">The site.</param>
    /// <param name="period">The period.</param>
    /// <returns>The total, whose amount may be missing with a reason; null when no feed has the gauge.</returns>
    public RainfallTotal? Total(SiteId site, RainfallPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return Find(site)?[period];
    }

    /// <summary>Writes the number of gauges and each feed on one line.</summary>
    /// <returns>Gauges and feeds.</returns>
    public override string ToString() => $"{Gauges.Count} gauges; {string.Join("; ", Feeds)}";
}
