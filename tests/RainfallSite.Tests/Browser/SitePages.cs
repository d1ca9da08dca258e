namespace RainfallSite.Tests.Browser;

/// <summary>The pages that every visitor must be able to use; a new page is added here.</summary>
internal static class SitePages
{
    /// <summary>Gets a name for its pictures and the address of each page.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["home"] = "/",
        ["answer"] = "/?site=3018&period=since_midnight",
        ["answer-missing"] = "/?site=5489&period=last_year",
        ["near"] = "/?near=30.61,-98.27&period=since_midnight",
        ["search"] = "/?q=marble%20falls",
        ["unknown-gauge"] = "/?site=2222",
        ["unknown-period"] = "/?site=3018&period=49_hour",
    };
}
