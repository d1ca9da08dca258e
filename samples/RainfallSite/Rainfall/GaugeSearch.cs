using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>Finds the gauges that somebody may have meant.</summary>
internal static class GaugeSearch
{
    private const int Max = 5;
    private const int MaxQueryLength = 40;
    private const double OtherAgency = 1.5;

    /// <summary>Gives the gauges with the nearest numbers for a number, with the nearest names for anything else.</summary>
    public static IReadOnlyList<Site> Nearest(RainfallReport report, string asked)
    {
        string question = asked.Trim();
        question = question.Length > MaxQueryLength ? question[..MaxQueryLength] : question;
        Func<Site, double> distance = SiteId.TryParse(question, out SiteId id) && id.Number.All(char.IsAsciiDigit)
            ? site => NumberDistance(site.Id.Number, id.Number) + (string.Equals(site.Id.Agency, id.Agency, StringComparison.Ordinal) ? 0 : OtherAgency)
            : site => NameDistance(site.Name, question);
        return
        [
            .. report.Gauges
                .Select(gauge => gauge.Site)
                .OrderBy(distance)
                .ThenBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
                .Take(Max),
        ];
    }

    private static double NumberDistance(string number, string asked)
    {
        double apart = Value(number) is { } left && Value(asked) is { } right ? Math.Abs(left - right) : double.MaxValue;
        return EditDistance.Between(number, asked) + Math.Min(1, apart / 100_000);
    }

    private static double? Value(string number) =>
        double.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out double value) ? value : null;

    private static double NameDistance(string name, string asked)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return asked.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Sum(part => words.Min(word => WordDistance(word, part)));
    }

    private static double WordDistance(string word, string part) =>
        word.StartsWith(part, StringComparison.OrdinalIgnoreCase) ? 0
        : word.Contains(part, StringComparison.OrdinalIgnoreCase) ? 0.5
        : EditDistance.Between(word.ToUpperInvariant(), part.ToUpperInvariant());
}
