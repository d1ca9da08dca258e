using Lcra.Hydromet;
using RainfallSite.Language;
using RainfallSite.Preferences;

namespace RainfallSite.Caching;

/// <summary>A query in its one canonical form, so that two spellings of an address share a cached response.</summary>
internal static class CanonicalQuery
{
    /// <summary>The parameters of a page that select a response from a small set. A search text, a place and a roof do not.</summary>
    public static IReadOnlyList<string> OfPage { get; } = [SiteLanguages.QueryKey, "period", "site", RainUnits.QueryKey];

    /// <summary>Gets the canonical form; null when the query has an unknown or repeated parameter, or an invalid value.</summary>
    /// <param name="query">The query.</param>
    /// <param name="parameters">The known parameters, in the order of the canonical form.</param>
    public static string? Of(IQueryCollection query, IReadOnlyList<string> parameters)
    {
        if (query.Count == 0)
        {
            return "";
        }

        int known = 0;
        string canonical = "";
        foreach (string parameter in parameters)
        {
            if (!query.TryGetValue(parameter, out Microsoft.Extensions.Primitives.StringValues values))
            {
                continue;
            }

            if (values.Count != 1 || Canonical(parameter, values[0]) is not { } value)
            {
                return null;
            }

            known++;
            canonical += $"&{parameter}={value}";
        }

        return known == query.Count ? canonical : null;
    }

    private static string? Canonical(string parameter, string? value) => parameter switch
    {
        "period" => RainfallPeriod.TryParse(value, out RainfallPeriod? period) ? period.Key : null,
        "site" => SiteId.TryParse(value, out SiteId site) ? site.ToString() : null,
        RainUnits.QueryKey => value is "in" or "mm" ? value : null,
        SiteLanguages.QueryKey => SiteLanguages.All.FirstOrDefault(language => string.Equals(language, value, StringComparison.Ordinal)),
        _ => null,
    };
}
