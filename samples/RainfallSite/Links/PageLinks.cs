using System.Text.Encodings.Web;
using Lcra.Hydromet;
using Microsoft.AspNetCore.Http.Extensions;
using RainfallSite.Formatting;
using RainfallSite.Language;
using RainfallSite.Preferences;
using RainfallSite.Routing;

namespace RainfallSite.Links;

/// <summary>Addresses of the site's own pages: below the path base, in the language of the request, with its units and roof.</summary>
internal static class PageLinks
{
    /// <summary>Gets the address of a page.</summary>
    /// <param name="request">The request whose page shows the link.</param>
    /// <param name="path">The page's path below the path base, such as <c>/gauges</c>.</param>
    /// <param name="query">The page's query; a null or empty value removes a parameter, even a preference of the request.</param>
    public static string To(HttpRequest request, string path, IEnumerable<KeyValuePair<string, string?>> query) =>
        Path(request, SiteLanguages.Current, path) + Build(WithPreferences(request, query));

    /// <summary>Gets a function from a gauge to the address of its total. A list writes hundreds of these, so what they share is made once.</summary>
    /// <param name="request">The request whose page shows the links.</param>
    /// <param name="period">The period of the totals.</param>
    public static Func<Site, string> ToGauges(HttpRequest request, RainfallPeriod period)
    {
        string page = PathTo(request, "/");
        string rest = Build(WithPreferences(request, [new("period", period.Key)])).ToString()[1..];
        return site => $"{page}?site={UrlEncoder.Default.Encode(RainfallFormatter.Key(site))}&{rest}";
    }

    /// <summary>Gets the path of a page in the language of the request.</summary>
    public static string PathTo(HttpRequest request, string path) => Path(request, SiteLanguages.Current, path);

    /// <summary>Adds the request's preferences to a query and removes parameters without a value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WithPreferences(HttpRequest request, IEnumerable<KeyValuePair<string, string?>> query)
    {
        Dictionary<string, string> values = query.ToDictionary(pair => pair.Key, pair => pair.Value ?? "", StringComparer.Ordinal);
        return values.Concat(PreferencesOf(request).Where(preference => !values.ContainsKey(preference.Key))).Where(pair => pair.Value.Length > 0);
    }

    /// <summary>Gets the address of the request's own page in a language.</summary>
    public static string ToSelf(HttpRequest request, string language) =>
        Path(request, language, request.Path) + Build(QueryOrder.Known(request.Query));

    private static string Path(HttpRequest request, string language, PathString path) =>
        request.PathBase.Add(SiteLanguages.PrefixOf(language)).Add(path).ToUriComponent();

    private static QueryBuilder Build(IEnumerable<KeyValuePair<string, string>> query) => new(query.OrderBy(pair => QueryOrder.IndexOf(pair.Key)));

    private static Dictionary<string, string> PreferencesOf(HttpRequest request)
    {
        Dictionary<string, string> preferences = new(StringComparer.Ordinal);
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
