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
        ["unknown-gauge"] = "/?site=2222",
        ["unknown-period"] = "/?site=3018&period=49_hour",
    };
}
