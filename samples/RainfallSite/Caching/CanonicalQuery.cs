using Lcra.Hydromet;
using Microsoft.Extensions.Primitives;
using RainfallSite.Files;
using RainfallSite.Preferences;
using RainfallSite.Routing;

namespace RainfallSite.Caching;

/// <summary>A query in its one canonical form, so that two spellings of an address share a cached response.</summary>
internal static class CanonicalQuery
{
    // As in 12.34: longer ones have too many values to cache their responses.
    private const int MaxThresholdLength = 5;
    private static readonly string[] Sorts = ["name", "basin", "rain", "read"];

    /// <summary>Gets the canonical form; null when the query has an unknown or repeated parameter, or an invalid value.</summary>
    /// <param name="query">The query.</param>
    /// <param name="parameters">The known parameters, in the order of the canonical form.</param>
    /// <param name="report">The report, which has the basins.</param>
    public static string? Of(IQueryCollection query, IReadOnlyList<string> parameters, RainfallReport report)
    {
        if (query.Count == 0)
        {
            return "";
        }

        int known = 0;
        string canonical = "";
        foreach (string parameter in parameters)
        {
            if (!query.TryGetValue(parameter, out StringValues values))
            {
                continue;
            }

            if (values.Count != 1 || Canonical(parameter, values[0], report) is not { } value)
            {
                return null;
            }

            known++;
            canonical += $"&{parameter}={value}";
        }

        return known == query.Count ? canonical : null;
    }

    private static string? Canonical(string parameter, string? value, RainfallReport report) => parameter switch
    {
        "period" => RainfallPeriod.TryParse(value, out RainfallPeriod? period) ? period.Key : null,
        "site" => SiteId.TryParse(value, out SiteId site) ? site.ToString() : null,
        "over" => value is { Length: <= MaxThresholdLength } ? CanonicalValue.Of(parameter, value) : null,
        "basin" => Find(report.Basins, value),
        "sort" => Find(Sorts, value),
        "desc" => Find(["true", "false"], value),
        FileQuery.PositionedKey => Find(["true", "false"], value),
        FileQuery.FormatKey or FileQuery.StatusKey => Find(FileQuery.Words, value),
        RainUnits.QueryKey => Find(["in", "mm"], value),
        _ => null,
    };

    private static string? Find(IEnumerable<string> known, string? value) =>
        known.FirstOrDefault(candidate => string.Equals(candidate, value, StringComparison.Ordinal));
}
