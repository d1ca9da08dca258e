namespace RainfallSite.Tests.Browser;

/// <summary>The pages that every visitor must be able to use; a new page is added here.</summary>
internal static class SitePages
{
    /// <summary>Gets a name for its pictures and the address of each page.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["result"] = "/?site=3018&period=since_midnight",
        ["result-missing"] = "/?site=5489&period=last_year",
        ["gauges"] = "/gauges?period=last_year&q=river",
        ["map"] = "/map?period=last_year",
        ["lakes"] = "/lakes",
        ["rivers"] = "/rivers",
        ["site"] = "/sites/2959?start=2026-10-01T00%3A00&end=2026-10-02T00%3A00&compare=month",
        ["site-flagged"] = "/sites/2959?from=1997-05-01&to=1997-05-31",
        ["site-without-history"] = "/sites/1199",
        ["compare"] = "/compare?gauges=3018,2959,2992,COA:950",
        ["near"] = "/?near=30.61,-98.27&period=since_midnight",
        ["search"] = "/?q=marble%20falls",
        ["unknown-gauge"] = "/?site=2222",
        ["unknown-period"] = "/?site=3018&period=49_hour",
    };

    /// <summary>Gets the address of a page in a language.</summary>
    public static string In(string language, string page) => string.Equals(language, "es", StringComparison.Ordinal) ? $"/es{All[page]}" : All[page];
}
