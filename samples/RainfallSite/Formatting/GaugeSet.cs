using Lcra.Hydromet;

namespace RainfallSite.Formatting;

/// <summary>The gauges to show side by side: <c>?gauges=3018,2959</c>.</summary>
internal static class GaugeSet
{
    public const string QueryKey = "gauges";
    public const int Max = 4;

    /// <summary>Reads the sites, each once; what is not a site is left out.</summary>
    public static IReadOnlyList<SiteId> Parse(string? text) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => SiteId.TryParse(part, out SiteId id) ? id : (SiteId?)null)
            .OfType<SiteId>()
            .Distinct()
            .Take(Max),
    ];

    /// <summary>Writes the sites as in an address.</summary>
    public static string Format(IEnumerable<SiteId> sites) => string.Join(',', sites.Distinct().Take(Max).Select(RainfallFormatter.Key));
}
