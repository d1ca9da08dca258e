using System.Globalization;
using System.Text;
using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>Finds gauges by what somebody types: a number, a name, or words of a town, creek or basin; a slip of a letter or two is forgiven.</summary>
internal static class GaugeFinder
{
    private const int MaxQueryLength = 80;
    private static readonly string[] Fillers = ["a", "at", "cerca", "de", "del", "el", "en", "in", "la", "near", "of", "the"];

    /// <summary>Gives the one gauge that a text names whole: <c>3018</c>, <c>COA:950</c>, its name, or <c>name (3018)</c>; else null.</summary>
    public static RainfallGauge? Named(RainfallReport report, string text)
    {
        string asked = text.Trim();
        int open = asked.LastIndexOf('(');
        string id = open >= 0 && asked.EndsWith(')') ? asked[(open + 1)..^1] : asked;
        if (SiteId.TryParse(id, out SiteId site) && report.Find(site) is { } gauge)
        {
            return gauge;
        }

        RainfallGauge[] sameName = [.. report.Gauges.Where(candidate => string.Equals(candidate.Site.Name, asked, StringComparison.OrdinalIgnoreCase)).Take(2)];
        return sameName.Length == 1 ? sameName[0] : null;
    }

    /// <summary>Gives the gauges that have every word of a text, the best first.</summary>
    public static IReadOnlyList<RainfallGauge> Search(RainfallReport report, string text)
    {
        string[] all = WordsOf(text.Length > MaxQueryLength ? text[..MaxQueryLength] : text);
        string[] telling = [.. all.Except(Fillers, StringComparer.Ordinal)];
        string[] asked = telling.Length > 0 ? telling : all;
        return asked.Length == 0
            ? []
            :
            [
                .. report.Gauges
                    .Select(gauge => (Gauge: gauge, Distance: Distance(gauge.Site, asked)))
                    .Where(match => match.Distance is not null)
                    .OrderBy(match => match.Distance)
                    .ThenBy(match => match.Gauge.Site.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(match => match.Gauge),
            ];
    }

    private static double? Distance(Site site, string[] asked)
    {
        string[] words = [.. WordsOf($"{site.Name} {site.Id.Number}"), .. WordsOf(site.Basin ?? "")];
        double distance = asked.Sum(part => words.Min(word => WordDistance(word, part)));
        return double.IsFinite(distance) ? distance : null;
    }

    private static double WordDistance(string word, string part) =>
        word.Equals(part, StringComparison.Ordinal) ? 0
        : word.StartsWith(part, StringComparison.Ordinal) ? 0.25
        : EditDistance.Between(word, part) is int edits && edits <= Forgiven(part) ? edits
        : double.PositiveInfinity;

    private static int Forgiven(string part) => !part.All(char.IsAsciiLetter) ? 0 : part.Length switch
    {
        < 4 => 0,
        < 7 => 1,
        _ => 2,
    };

    // Lower case without accents: "Río Llano" asks for "rio llano".
    private static string[] WordsOf(string text) =>
        new string([.. text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
