using Lcra.Hydromet;
using Microsoft.Extensions.Primitives;
using RainfallSite.Files;
using RainfallSite.Preferences;
using RainfallSite.Routing;
using RainfallSite.Shared;

namespace RainfallSite.Caching;

/// <summary>Tells queries that select one of few responses from those that have too many values to cache their responses.</summary>
internal static class CacheableQuery
{
    // As in 12.34.
    private const int MaxThresholdLength = 5;
    private static readonly string[] Sorts = ["name", "basin", "rain", "read"];

    /// <summary>Tells whether a query has known parameters alone, once each, with valid values.</summary>
    /// <param name="query">The query.</param>
    /// <param name="parameters">The known parameters.</param>
    /// <param name="report">The report, which has the basins.</param>
    public static bool IsOneOfFew(IQueryCollection query, IReadOnlyList<string> parameters, RainfallReport report)
    {
        foreach ((string name, StringValues values) in query)
        {
            if (values is not [{ } value] || !parameters.Contains(name, StringComparer.Ordinal) || !IsValid(name, value, report))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsValid(string parameter, string value, RainfallReport report) => parameter switch
    {
        "period" => RainfallPeriod.TryParse(value, out _),
        "site" => SiteId.TryParse(value, out _),
        "over" => value.Length <= MaxThresholdLength && CanonicalValue.Of(parameter, value).Length <= MaxThresholdLength,
        "basin" => report.Basins.Contains(value, StringComparer.Ordinal),
        "sort" => Sorts.Contains(value, StringComparer.Ordinal),
        "desc" or FileQuery.PositionedKey => value is "true" or "false",
        ListPage.QueryKey => ListPage.IsValid(value),
        FileQuery.FormatKey or FileQuery.StatusKey => FileQuery.Words.Contains(value, StringComparer.Ordinal),
        RainUnits.QueryKey => value is "in" or "mm",
        _ => false,
    };
}
