using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>Finds gauges by a number, a name, or words of a town, creek or basin.</summary>
internal static class GaugeSearch
{
    private const double StartOfWord = 0.25;

    /// <summary>Gets the gauge that a text names completely: <c>3018</c>, <c>COA 950</c>, the end of a long number, its name, or <c>name (3018)</c>; otherwise null.</summary>
    public static RainfallGauge? Named(RainfallReport report, string text)
    {
        string name = text.Trim();
        int open = name.LastIndexOf('(');
        string id = open >= 0 && name.EndsWith(')') ? name[(open + 1)..^1] : name;
        if (report.Find(id) is { } gauge)
        {
            return gauge;
        }

        RainfallGauge[] sameName = [.. report.Gauges.Where(candidate => string.Equals(candidate.Site.Name, name, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return sameName.Length == 1 ? sameName[0] : null;
    }

    /// <summary>Finds the gauges that have every word of a text, or words that begin so; the best first.</summary>
    public static IReadOnlyList<RainfallGauge> Search(RainfallReport report, string text) => Match(report, text, Distance);

    /// <summary>Finds the gauges that a text with a typing error or two in each word may mean, the best first.</summary>
    public static IReadOnlyList<RainfallGauge> Similar(RainfallReport report, string text) =>
        Match(report, text, (word, typed) => double.IsFinite(Distance(word, typed)) ? Distance(word, typed) : EditDistance.IsSimilar(word, typed) ? EditDistance.Between(word, typed) : double.PositiveInfinity);

    private static RainfallGauge[] Match(RainfallReport report, string text, Func<string, string, double> distance)
    {
        string[] typed = SearchWords.Significant(text);
        return typed.Length == 0
            ? []
            :
            [
                .. report.Gauges
                    .Select(gauge => (Gauge: gauge, Distance: Sum(gauge.Site)))
                    .Where(match => double.IsFinite(match.Distance))
                    .OrderBy(match => match.Distance)
                    .ThenBy(match => match.Gauge.Site.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(match => match.Gauge),
            ];

        double Sum(Site site)
        {
            string[] words = [.. SearchWords.Of($"{site.Name} {site.Id.Number}"), .. SearchWords.Of(site.Basin ?? "")];
            return typed.Sum(part => words.Min(word => distance(word, part)));
        }
    }

    private static double Distance(string word, string typed) =>
        word.Equals(typed, StringComparison.Ordinal) ? 0
        : word.StartsWith(typed, StringComparison.Ordinal) ? StartOfWord
        : double.PositiveInfinity;
}
