using Microsoft.Extensions.Primitives;
using RainfallSite.Files;
using RainfallSite.Formatting;
using RainfallSite.Preferences;
using RainfallSite.Shared;

namespace RainfallSite.Routing;

/// <summary>The parameters of all addresses, in the one order that links and redirects write.</summary>
internal static class QueryOrder
{
    private static readonly string[] Names =
    [
        "site", GaugeSet.QueryKey, "near", "period", "q", "take", "over", "basin", "sort", "desc", ListPage.QueryKey, "lat", "lon", "z", "from", "to", "bars", "start", "end", "compare",
        RainUnits.QueryKey, Roof.QueryKey, FileQuery.FormatKey, FileQuery.StatusKey, FileQuery.PositionedKey,
    ];

    /// <summary>Gets the place of a parameter; unknown ones come last.</summary>
    public static int IndexOf(string name)
    {
        int index = Array.IndexOf(Names, name);
        return index < 0 ? Names.Length : index;
    }

    /// <summary>Gets the known parameters of a query that have one value, in order and in canonical form.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Known(IQueryCollection query)
    {
        foreach (string name in query.Count == 0 ? [] : Names)
        {
            if (query.TryGetValue(name, out StringValues values) && values is [{ Length: > 0 } value])
            {
                yield return KeyValuePair.Create(name, CanonicalValue.Of(name, value));
            }
        }
    }

    /// <summary>Tells whether a parameter is known, in whatever case it is written.</summary>
    public static bool IsKnown(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
