using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>Suggests gauges for a name or number that matches none.</summary>
internal static class GaugeSuggestions
{
    private const int Max = 5;
    private const int MaxQueryLength = 40;
    private const double OtherAgency = 1.5;

    /// <summary>Gets the gauges with the nearest numbers for a number, otherwise those with the nearest names.</summary>
    public static IReadOnlyList<Site> For(RainfallReport report, string text)
    {
        string query = text.Trim();
        query = SearchText.Cut(query, MaxQueryLength);
        Func<Site, double> distance = SiteId.TryParse(query, out SiteId id) && id.Number.All(char.IsAsciiDigit)
            ? site => NumberDistance(site.Id.Number, id.Number) + (string.Equals(site.Id.Agency, id.Agency, StringComparison.Ordinal) ? 0 : OtherAgency)
            : site => NameDistance(site.Name, query);
        return
        [
            .. report.Gauges
                .Select(gauge => gauge.Site)
                .OrderBy(distance)
                .ThenBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
                .Take(Max),
        ];
    }

    private static double NumberDistance(string number, string text)
    {
        double apart = Value(number) is { } left && Value(text) is { } right ? Math.Abs(left - right) : double.MaxValue;
        return EditDistance.Between(number, text) + Math.Min(1, apart / 100_000);
    }

    private static double? Value(string number) =>
        double.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static double NameDistance(string name, string text)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Sum(part => words.Min(word => WordDistance(word, part)));
    }

    private static double WordDistance(string word, string part) =>
        word.StartsWith(part, StringComparison.OrdinalIgnoreCase) ? 0
        : word.Contains(part, StringComparison.OrdinalIgnoreCase) ? 0.5
        : EditDistance.Between(word.ToUpperInvariant(), part.ToUpperInvariant());
}
