using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>A place with instruments.</summary>
[JsonConverter(typeof(SiteJsonConverter))]
public sealed record Site
{
    /// <summary>Gets the identity: agency and number.</summary>
    public required SiteId Id { get; init; }

    /// <summary>
    /// Gets the feed's name of the site, such as <c>Hamilton Creek near Marble Falls</c>; the number when the feed has no name.
    /// At most 200 characters. It is untrusted text: encode it before you show it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Gets the basin from Rain5Day.csv, the only feed with basins; null when the site is not in that feed.</summary>
    public string? Basin { get; init; }

    /// <summary>
    /// Gets the resolution in inches, which is the rain that tips the gauge's bucket once: 0.01 at LCRA's gauges,
    /// 0.04 (one millimeter) at Austin's; null for other agencies, where it is unknown.
    /// </summary>
    public decimal? ResolutionInches => Id.ResolutionInches;

    /// <summary>Gets what the site mainly measures, from the all-sites response; unknown without it.</summary>
    public SiteKind Kind { get; init; }

    /// <summary>Gets the latitude in degrees north, from the all-sites response; null without it.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Gets the longitude in degrees east (so it is negative in Texas), from the all-sites response; null without it.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>Writes the site on one line. The name is text from a feed.</summary>
    /// <returns>Identity, name and basin.</returns>
    public override string ToString() => $"{Id} {Name}{(Basin is null ? "" : ", ")}{Basin}";
}
