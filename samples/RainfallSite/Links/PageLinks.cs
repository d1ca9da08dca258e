using Microsoft.AspNetCore.Http.Extensions;
using RainfallSite.Language;
using RainfallSite.Preferences;

namespace RainfallSite.Links;

/// <summary>Addresses of the site's own pages: below the path base, with the language, units and roof of the request.</summary>
internal static class PageLinks
{
    /// <summary>Gets the address of a page.</summary>
    /// <param name="request">The request whose page shows the link.</param>
    /// <param name="path">The page's path below the path base, such as <c>/gauges</c>.</param>
    /// <param name="query">The page's query; a null or empty value removes a parameter, even a preference of the request.</param>
    public static string To(HttpRequest request, string path, IEnumerable<KeyValuePair<string, string?>> query) =>
        request.PathBase.Add(path).ToUriComponent() + Build(request, query);

    /// <summary>Adds the request's preferences to a query and removes parameters without a value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WithPreferences(HttpRequest request, IEnumerable<KeyValuePair<string, string?>> query)
    {
        Dictionary<string, string> values = query.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
        return values.Concat(PreferencesOf(request).Where(preference => !values.ContainsKey(preference.Key))).Where(pair => pair.Value.Length > 0);
    }

    /// <summary>Gets the address of the request's own page with one parameter changed.</summary>
    public static string ToSelf(HttpRequest request, string key, string? value)
    {
        Dictionary<string, string?> query = request.Query.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        query[key] = value;
        return request.PathBase.Add(request.Path).ToUriComponent() + Build(request, query);
    }

    private static QueryBuilder Build(HttpRequest request, IEnumerable<KeyValuePair<string, string?>> query)
    {
        QueryBuilder built = [];
        foreach ((string key, string value) in WithPreferences(request, query))
        {
            built.Add(key, value);
        }

        return built;
    }

    private static Dictionary<string, string> PreferencesOf(HttpRequest request)
    {
        Dictionary<string, string> preferences = new(StringComparer.Ordinal);
        if (request.Query[SiteLanguages.QueryKey].ToString() is { } language && SiteLanguages.All.Contains(language, StringComparer.Ordinal))
        {
            preferences[SiteLanguages.QueryKey] = language;
        }

        if (RainUnits.Requested(request) is { } unit)
        {
            preferences[RainUnits.QueryKey] = RainUnits.Key(unit);
        }

        if (Roof.Requested(request) is { } roof)
        {
            preferences[Roof.QueryKey] = roof.Key;
        }

        return preferences;
    }
}
