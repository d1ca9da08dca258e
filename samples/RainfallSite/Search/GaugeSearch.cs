using System.Globalization;
using System.Text;
using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>Finds gauges by a number, a name, or words of a town, creek or basin, with one or two typing errors.</summary>
internal static class GaugeSearch
{
    private const int MaxQueryLength = 80;
    private static readonly string[] Fillers = ["a", "at", "cerca", "de", "del", "el", "en", "in", "la", "near", "of", "the"];

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

    /// <summary>Finds the gauges that have every word of a text, the best first.</summary>
    public static IReadOnlyList<RainfallGauge> Search(RainfallReport report, string text)
    {
        string[] all = WordsOf(SearchText.Cut(text, MaxQueryLength));
        string[] significant = [.. all.Except(Fillers, StringComparer.Ordinal)];
        string[] words = significant.Length > 0 ? significant : all;
        return words.Length == 0
            ? []
            :
            [
                .. report.Gauges
                    .Select(gauge => (Gauge: gauge, Distance: Distance(gauge.Site, words)))
                    .Where(match => match.Distance is not null)
                    .OrderBy(match => match.Distance)
                    .ThenBy(match => match.Gauge.Site.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(match => match.Gauge),
            ];
    }

    private static double? Distance(Site site, string[] searched)
    {
        string[] words = [.. WordsOf($"{site.Name} {site.Id.Number}"), .. WordsOf(site.Basin ?? "")];
        double distance = searched.Sum(part => words.Min(word => WordDistance(word, part)));
        return double.IsFinite(distance) ? distance : null;
    }

    private static double WordDistance(string word, string part) =>
        word.Equals(part, StringComparison.Ordinal) ? 0
        : word.StartsWith(part, StringComparison.Ordinal) ? 0.25
        : EditDistance.Between(word, part) is int edits && edits <= MaxEdits(part) ? edits
        : double.PositiveInfinity;

    private static int MaxEdits(string part) => !part.All(char.IsAsciiLetter) ? 0 : part.Length switch
    {
        < 4 => 0,
        < 7 => 1,
        _ => 2,
    };

    // Lower case without accents: "Río Llano" searches for "rio llano".
    private static string[] WordsOf(string text) =>
        new string([.. Valid(text).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Normalization throws for U+FFFE and for half a surrogate pair.
    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not 0xFFFE));
}
