using Microsoft.AspNetCore.Http.Extensions;
using RainfallSite.Rainfall;

namespace RainfallSite.Language;

/// <summary>Addresses of the site's own pages: below the path base, and keeping the language, units and roof that were asked for.</summary>
internal static class PageLinks
{
    /// <summary>Gives what the request asked for and its links go on asking for.</summary>
    public static IReadOnlyDictionary<string, string> Kept(HttpRequest request)
    {
        Dictionary<string, string> kept = new(StringComparer.Ordinal);
        if (request.Query[SiteLanguages.QueryKey].ToString() is { } language && SiteLanguages.All.Contains(language, StringComparer.Ordinal))
        {
            kept[SiteLanguages.QueryKey] = language;
        }

        if (RainUnits.Requested(request) is { } unit)
        {
            kept[RainUnits.QueryKey] = RainUnits.Key(unit);
        }

        if (Roof.Requested(request) is { } roof)
        {
            kept[Roof.QueryKey] = roof.Key;
        }

        return kept;
    }

    /// <summary>Gives the address of a page.</summary>
    /// <param name="request">The request that the link is shown in.</param>
    /// <param name="path">The page's path below the path base, such as <c>/gauges</c>.</param>
    /// <param name="query">The page's query; a null or empty value leaves a key out, even a kept one.</param>
    public static string To(HttpRequest request, string path, IEnumerable<KeyValuePair<string, string?>> query)
    {
        QueryBuilder built = [];
        foreach ((string key, string value) in WithKept(request, query))
        {
            built.Add(key, value);
        }

        return request.PathBase.Add(path).ToUriComponent() + built;
    }

    /// <summary>Adds what is kept to a query, and leaves out what is empty.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WithKept(HttpRequest request, IEnumerable<KeyValuePair<string, string?>> query)
    {
        Dictionary<string, string> values = query.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
        return values.Concat(Kept(request).Where(kept => !values.ContainsKey(kept.Key))).Where(pair => pair.Value.Length > 0);
    }

    /// <summary>Gives the address of the request's own page with some of its query changed.</summary>
    public static string Here(HttpRequest request, string key, string? value)
    {
        Dictionary<string, string?> query = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query[key] = value;
        return To(request, request.Path, query);
    }
}
