namespace Lcra.Hydromet;

/// <summary>A place with instruments, as the feeds name it.</summary>
public sealed record Site
{
    private const decimal LcraResolutionInches = 0.01m;
    private const decimal AustinResolutionInches = 0.04m;

    /// <summary>Gets the identity: agency and number.</summary>
    public required SiteId Id { get; init; }

    /// <summary>
    /// Gets the name that the feed gives, such as <c>Hamilton Creek near Marble Falls</c>; the number where it gives none.
    /// At most 200 characters. It is text from outside: encode it before showing it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Gets the basin from Rain5Day.csv, the only feed that names it; null when the site is not in that feed.</summary>
    public string? Basin { get; init; }

    /// <summary>
    /// Gets the rain in inches that tips the gauge once, and so the finest step it can measure: 0.01 at LCRA's gauges,
    /// 0.04 (one millimetre) at Austin's; null for other agencies, where it is not known.
    /// </summary>
    public decimal? ResolutionInches => Id.IsLcra ? LcraResolutionInches : Id.IsAustin ? AustinResolutionInches : null;

    /// <summary>Gets what the site mainly measures, from the all-sites answer; unknown without it.</summary>
    public SiteKind Kind { get; init; }

    /// <summary>Gets the latitude in degrees north, from the all-sites answer; null without it.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Gets the longitude in degrees east (so it is negative in Texas), from the all-sites answer; null without it.</summary>
    public decimal? Longitude { get; init; }
}
