using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Finds the gauge that a person means: by its number, by agency and number, or by its name.</summary>
internal static class GaugeNames
{
    /// <summary>Describes the argument of every command that takes a gauge.</summary>
    public const string Description = "The gauge: its number (3018), agency and number (COA:950), or name.";

    private const int MaxNames = 5;
    private const int MaxLength = 60;
    private const int MinWordLength = 3;
    private static readonly char[] WordEnds = [' ', ',', '.', '-', '/', '(', ')', '\''];

    /// <summary>Tells whether a text is a name: the number of a site has a digit, and its name may be one word.</summary>
    public static bool IsName(string text) => !SiteId.TryParse(text, out SiteId site) || !site.Number.Any(char.IsAsciiDigit);

    /// <summary>Finds the site of a text; only a name needs a request.</summary>
    /// <exception cref="ToolException">No gauge has the name, or several have it.</exception>
    public static async Task<SiteId> ResolveAsync(HydrometClient client, string text, CancellationToken cancellationToken) =>
        IsName(text)
            ? Find(await client.GetRainfallAsync(RainfallScope.AllFeeds, cancellationToken), text).Site.Id
            : OutputFormatter.Site(text);

    /// <summary>Finds the gauge of a text.</summary>
    /// <exception cref="ToolException">No gauge has the number or name, or several have the name.</exception>
    public static RainfallGauge Find(RainfallReport report, string text)
    {
        if (report.Find(text) is { } gauge)
        {
            return gauge;
        }

        RainfallGauge[] found = IsName(text) ? Named(report, text) : [];
        return found switch
        {
            [var only] => only,
            [] => throw Unknown(report, text),
            _ => throw new ToolException(
                ExitCode.Unknown,
                $"{found.Length} gauges have the name '{text}'. Choose one by its number: {List(found)}{(found.Length > MaxNames ? $" and {found.Length - MaxNames} more" : "")}."),
        };
    }

    /// <summary>Tells whether a name has words that begin with each word of a text.</summary>
    public static bool HasWords(string? name, string text)
    {
        string[] words = Words(name ?? "");
        return Array.TrueForAll(Words(text), part => Array.Exists(words, word => word.StartsWith(part, StringComparison.OrdinalIgnoreCase)));
    }

    // The whole name comes before names that have the words.
    private static RainfallGauge[] Named(RainfallReport report, string text)
    {
        RainfallGauge[] whole = [.. report.Gauges.Where(gauge => string.Equals(gauge.Site.Name, text.Trim(), StringComparison.OrdinalIgnoreCase))];
        return whole.Length > 0 || Words(text).Length == 0 ? whole : [.. report.Gauges.Where(gauge => HasWords(gauge.Site.Name, text))];
    }

    // A feed that is down hides its gauges, so only a complete report shows that a gauge is unknown.
    private static ToolException Unknown(RainfallReport report, string text)
    {
        FeedStatus[] down = [.. report.Feeds.Where(feed => !feed.IsAvailable)];
        string gauge = IsName(text) ? $"the name '{text}'" : $"the gauge {OutputFormatter.Site(text)}";
        if (down.Length > 0)
        {
            return new ToolException(ExitCode.Failed, $"No available feed has {gauge}. Unavailable: {string.Join("; ", down.Select(feed => feed.ToString()))}");
        }

        RainfallGauge[] nearest = IsName(text) && text.Length <= MaxLength ? [.. Likely(report, text).Take(1)] : [];
        return new ToolException(ExitCode.Unknown, $"No feed has {gauge}.{(nearest.Length > 0 ? $" The nearest name is {List(nearest)}." : "")} 'hydromet gauges' lists all.");
    }

    // Most words of the text are nearly words of the name.
    private static IEnumerable<RainfallGauge> Likely(RainfallReport report, string text)
    {
        string[] typed = [.. Words(text).Where(word => word.Length >= MinWordLength)];
        return report.Gauges
            .Select(gauge => (Gauge: gauge, Words: Words(gauge.Site.Name ?? "")))
            .Select(known => (known.Gauge, Near: typed.Count(word => NearestName.IsNear(word, known.Words)), known.Words.Length))
            .Where(known => known.Near > 0 && known.Near * 2 >= typed.Length)
            .OrderByDescending(known => known.Near).ThenBy(known => known.Length)
            .Select(known => known.Gauge);
    }

    private static string List(IEnumerable<RainfallGauge> gauges) => string.Join(", ", gauges.Take(MaxNames).Select(gauge => $"{gauge.Site.Id} ({gauge.Site.Name})"));

    private static string[] Words(string text) => text.Split(WordEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
