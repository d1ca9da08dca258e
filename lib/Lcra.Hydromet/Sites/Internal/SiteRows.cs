using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Makes sites of the rows of the all-sites response, and findings about them.</summary>
internal static class SiteRows
{
    private const int MaxFindings = 100;

    // Texas and a little more, in degrees.
    private const decimal South = 25.5m;
    private const decimal North = 36.8m;
    private const decimal West = -107m;
    private const decimal East = -93.2m;

    /// <summary>Chooses between two rows of one site: the one with a value, then the newer, then the later.</summary>
    public static SiteRow Better(SiteRow one, SiteRow later) =>
        (one.ReadableValues > 0) != (later.ReadableValues > 0) ? (one.ReadableValues > 0 ? one : later)
        : one.ObservedAt > later.ObservedAt || (one.ObservedAt is not null && later.ObservedAt is null) ? one
        : later;

    /// <summary>Makes the site of a row.</summary>
    public static Site ToSite(SiteId id, SiteRow row, List<Finding> findings)
    {
        if (row.UnreadableValues > 0)
        {
            Note(findings, FindingKind.UnreadableValue, id, $"{row.UnreadableValues} values of {id} in the all-sites response cannot be read; they are missing.");
        }

        if (row.UnevenValues > 0)
        {
            Note(findings, FindingKind.UnevenValue, id, $"{row.UnevenValues} amounts of {id} in the all-sites response have more decimals than a gauge counts; they stay as they are.");
        }

        (decimal? latitude, decimal? longitude) = (row[SiteMember.Latitude].Value, row[SiteMember.Longitude].Value);
        bool placed = latitude is >= South and <= North && longitude is >= West and <= East;
        if (!placed && (latitude, longitude) is ({ } y, { } x) && (y, x) != (0, 0))
        {
            Note(findings, FindingKind.OutsideTexas, id, FormattableString.Invariant($"The coordinates of {id} in the all-sites response ({y}, {x}) are outside Texas; it has none."));
        }

        string name = SiteName.Clean(row.Name, out bool hidden);
        if (hidden)
        {
            Note(findings, FindingKind.HiddenCharacters, id, $"The name of {id} in the all-sites response has characters that no reader sees; they are removed.");
        }

        return new Site
        {
            Id = id,
            Name = name.Length == 0 ? id.Number : name,
            Kind = KindOf(row.Kind),
            Latitude = placed ? latitude : null,
            Longitude = placed ? longitude : null,
        };
    }

    private static SiteKind KindOf(string? type) => type switch
    {
        "rain" => SiteKind.Rain,
        "river" or "ST" => SiteKind.River,
        "lake" or "LK" => SiteKind.Lake,
        "dam" or "damB" => SiteKind.Dam,
        "wtrqua" => SiteKind.WaterQuality,
        "weathr" => SiteKind.Weather,
        _ => SiteKind.Unknown,
    };

    public static void Note(List<Finding> findings, FindingKind kind, SiteId? site, string message)
    {
        if (findings.Count < MaxFindings)
        {
            findings.Add(new Finding { Kind = kind, Feed = HydrometFeed.AllSites, Site = site, Message = message });
        }
    }
}
