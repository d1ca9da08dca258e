using Lcra.Hydromet;

namespace RainfallSite.Gauges;

/// <summary>The totals of the gauges that match a query, in its order. Missing values are last in either direction.</summary>
internal sealed class GaugeList
{
    public GaugeList(RainfallReport report, GaugeQuery query, RainfallPeriod period)
    {
        string[] words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        RainfallTotal[] totals =
        [
            .. report.Gauges
                .Where(gauge => IsIn(gauge.Site, query.Basin) && Array.TrueForAll(words, word => IsAbout(gauge.Site, word)))
                .Select(gauge => gauge[period]),
        ];
        Totals =
        [
            .. Sort(totals, query)
                .ThenBy(total => total.Site.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(total => total.Site.Id.ToString(), StringComparer.Ordinal),
        ];
        GaugeCount = report.Gauges.Count;
    }

    public IReadOnlyList<RainfallTotal> Totals { get; }

    /// <summary>Gets how many gauges there are, listed or not.</summary>
    public int GaugeCount { get; }

    public int WetCount => Totals.Count(total => total.Inches > 0);

    public int DryCount => Totals.Count(total => total.Inches == 0);

    public int MissingCount => Totals.Count(total => total.Inches is null);

    private static bool IsIn(Site site, string basin) =>
        basin.Length == 0 || string.Equals(site.Basin, basin, StringComparison.OrdinalIgnoreCase);

    private static bool IsAbout(Site site, string word) =>
        site.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || site.Id.ToString().Contains(word, StringComparison.OrdinalIgnoreCase)
        || site.Basin?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static IOrderedEnumerable<RainfallTotal> Sort(IEnumerable<RainfallTotal> totals, GaugeQuery query) => query.Sort switch
    {
        GaugeSort.Rain => Order(totals, total => total.Inches is null, total => total.Inches, Comparer<decimal?>.Default, query.IsDescending),
        GaugeSort.Read => Order(totals, total => total.ObservedAt is null, total => total.ObservedAt, Comparer<DateTimeOffset?>.Default, query.IsDescending),
        GaugeSort.Basin => Order(totals, total => total.Site.Basin is null, total => total.Site.Basin, StringComparer.OrdinalIgnoreCase, query.IsDescending),
        _ => Order(totals, _ => false, total => total.Site.Name, StringComparer.OrdinalIgnoreCase, query.IsDescending),
    };

    private static IOrderedEnumerable<RainfallTotal> Order<TKey>(
        IEnumerable<RainfallTotal> totals, Func<RainfallTotal, bool> isMissing, Func<RainfallTotal, TKey> key, IComparer<TKey> comparer, bool descending)
    {
        IOrderedEnumerable<RainfallTotal> known = totals.OrderBy(isMissing);
        return descending ? known.ThenByDescending(key, comparer) : known.ThenBy(key, comparer);
    }
}
