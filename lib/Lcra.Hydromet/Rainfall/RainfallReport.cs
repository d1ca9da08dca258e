using Lcra.Hydromet.Internal;

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

    internal RainfallFeedSet FeedSet { get; }

    /// <summary>Finds a gauge.</summary>
    /// <param name="site">The site, such as <c>SiteId.Parse("3018")</c>.</param>
    /// <returns>The gauge; null when no feed has it.</returns>
    public RainfallGauge? Find(SiteId site) => _places.TryGetValue(site, out int place) ? Gauges[place] : null;
}
