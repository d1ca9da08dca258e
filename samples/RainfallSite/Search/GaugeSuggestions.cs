using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>Suggests gauges for a name or number that matches none.</summary>
internal static class GaugeSuggestions
{
    private const int Max = 5;
    private const int MaxErrors = 2;
    private const int MaxQueryLength = 40;
    private const double OtherAgency = 1.5;

    /// <summary>Gets the gauges whose numbers differ least from a number, by two digits at most, or those that a name with typing errors may mean; none when nothing is like it.</summary>
    public static IReadOnlyList<Site> For(RainfallReport report, string text)
    {
        string query = TextLimit.Cut(text.Trim(), MaxQueryLength);
        return SiteId.TryParse(query, out SiteId id) && id.Number.All(char.IsAsciiDigit)
            ?
            [
                .. report.Gauges
                    .Select(gauge => gauge.Site)
                    .Where(site => EditDistance.Between(site.Id.Number, id.Number) <= MaxErrors)
                    .OrderBy(site => NumberDistance(site.Id.Number, id.Number) + (string.Equals(site.Id.Agency, id.Agency, StringComparison.Ordinal) ? 0 : OtherAgency))
                    .ThenBy(site => site.Name, StringComparer.OrdinalIgnoreCase)
                    .Take(Max),
            ]
            : [.. GaugeSearch.Similar(report, query).Take(Max).Select(gauge => gauge.Site)];
    }

    private static double NumberDistance(string number, string text)
    {
        double apart = Value(number) is { } left && Value(text) is { } right ? Math.Abs(left - right) : double.MaxValue;
        return EditDistance.Between(number, text) + Math.Min(1, apart / 100_000);
    }

    private static double? Value(string number) =>
        double.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out double value) ? value : null;
}
