using System.Text.Json.Serialization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet;

/// <summary>The lake levels of one download of LakeLevel.csv.</summary>
public sealed class LakeReport
{
    [JsonConstructor]
    internal LakeReport()
    {
    }

    /// <summary>Gets the lakes in the feed's order, from upstream to downstream.</summary>
    public required IReadOnlyList<LakeLevel> Lakes { get; init; }

    /// <summary>Gets the status of the feed: its report time and its fetch time.</summary>
    public required FeedStatus Feed { get; init; }

    /// <summary>Gets the data-quality findings of the feed.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Gets the rows of the report.</summary>
    internal FeedTable? Table { get; init; }

    /// <summary>Finds a lake.</summary>
    /// <param name="site">The dam's site, such as <c>SiteId.Parse("3963")</c> for Lake Travis.</param>
    /// <returns>The lake; null when the feed does not have it.</returns>
    public LakeLevel? Find(SiteId site) => Lakes.FirstOrDefault(lake => lake.Site.Id == site);

    /// <summary>Writes the number of lakes and the report time on one line.</summary>
    /// <returns>Lakes and feed.</returns>
    public override string ToString() => $"{Lakes.Count} lakes; {Feed}";
}
