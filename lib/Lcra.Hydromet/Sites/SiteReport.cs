using System.Text.Json.Serialization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet;

/// <summary>What the all-sites response says at one time: the sites of every agency. It never changes.</summary>
public sealed class SiteReport
{
    private readonly Dictionary<SiteId, SiteReading> _byId;

    [JsonConstructor]
    internal SiteReport(IReadOnlyList<SiteReading> sites, FeedStatus feed, IReadOnlyList<Finding> findings)
    {
        Sites = sites;
        Feed = feed;
        Findings = findings;
        _byId = new Dictionary<SiteId, SiteReading>(sites.Count);
        foreach (SiteReading site in sites)
        {
            _byId.Add(site.Site.Id, site);
        }
    }

    /// <summary>Gets the sites in the response's order.</summary>
    public IReadOnlyList<SiteReading> Sites { get; }

    /// <summary>
    /// Gets how the response came in. It carries no report time of its own: <see cref="FeedStatus.ReportedAt"/> is its newest reading.
    /// </summary>
    public FeedStatus Feed { get; }

    /// <summary>Gets the data-quality findings of the response.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Finds a site.</summary>
    /// <param name="site">The site, such as <c>SiteId.Parse("COA:950")</c>.</param>
    /// <returns>The site's reading; null when the response does not have it.</returns>
    public SiteReading? Find(SiteId site) => _byId.GetValueOrDefault(site);

    /// <summary>Gets the validators for the next request; null when the response had none.</summary>
    internal FeedValidators? Validators { get; init; }

    /// <summary>Gets the last response if it was incomplete; null when it was whole.</summary>
    internal IncompleteDownload? Incomplete { get; init; }

    internal SiteReport Failed(HydrometException failure) => new(Sites, Feed with { Failure = failure }, Findings) { Validators = Validators, Incomplete = Incomplete };

    internal SiteReport Confirmed(FeedResponse response) =>
        response.IsOlderThan(Feed.FetchedAt) ? Failed(response.Failure!)
        : new(Sites, Feed with { FetchedAt = CentralTime.At(response.FetchedAt), Failure = response.Failure }, Findings) { Validators = response.Validators ?? Validators };

    /// <summary>Writes the number of sites and the feed on one line.</summary>
    /// <returns>Sites and feed.</returns>
    public override string ToString() => $"{Sites.Count} sites; {Feed}";
}
