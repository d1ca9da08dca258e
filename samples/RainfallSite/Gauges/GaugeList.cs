using Lcra.Hydromet;

namespace RainfallSite.Gauges;

/// <summary>The totals of the gauges that match a query, in its order. Missing values are last in either direction, after isolated rain.</summary>
internal sealed class GaugeList
{
    public GaugeList(RainfallReport report, GaugeQuery query, RainfallPeriod period)
    {
        string[] words = query.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        ILookup<bool, RainfallTotal> totals = report.Gauges
            .Where(gauge => IsIn(gauge.Site, query.Basin) && Array.TrueForAll(words, word => IsAbout(gauge.Site, word)))
            .ToLookup(gauge => gauge.IsReporting, gauge => gauge[period]);
        Reporting = [.. Sort(totals[true], query)];
        Silent = [.. Sort(totals[false], query)];
        GaugeCount = report.Gauges.Count;
    }

    /// <summary>Gets the totals of the gauges that report.</summary>
    public IReadOnlyList<RainfallTotal> Reporting { get; }

    /// <summary>Gets the totals of the gauges that fell silent: their windows end at their last observation.</summary>
    public IReadOnlyList<RainfallTotal> Silent { get; }

    /// <summary>Gets every total, those of silent gauges last.</summary>
    public IEnumerable<RainfallTotal> Totals => Reporting.Concat(Silent);

    public int ListedCount => Reporting.Count + Silent.Count;

    /// <summary>Gets how many gauges there are, listed or not.</summary>
    public int GaugeCount { get; }

    public int WetCount => Reporting.Count(total => total.Inches > 0);

    public int DryCount => Reporting.Count(total => total.Inches == 0);

    public int MissingCount => Reporting.Count(total => total.Inches is null);

    private static bool IsIn(Site site, string basin) =>
        basin.Length == 0 || string.Equals(site.Basin, basin, StringComparison.OrdinalIgnoreCase);

    private static bool IsAbout(Site site, string word) =>
        site.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        || site.Id.ToString().Contains(word, StringComparison.OrdinalIgnoreCase)
        || site.Basin?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static IOrderedEnumerable<RainfallTotal> Sort(IEnumerable<RainfallTotal> totals, GaugeQuery query) =>
        By(totals, query).ThenBy(total => total.Site.Name, StringComparer.OrdinalIgnoreCase).ThenBy(total => total.Site.Id.ToString(), StringComparer.Ordinal);

    // A contradicted total ranks by what the others prove.
    private static IOrderedEnumerable<RainfallTotal> By(IEnumerable<RainfallTotal> totals, GaugeQuery query) => query.Sort switch
    {
        GaugeSort.Rain => Order(totals, total => (total.Inches is null, total.IsIsolated), total => total.LowerBoundInches ?? total.Inches, Comparer<decimal?>.Default, query.IsDescending),
        GaugeSort.Read => Order(totals, total => (total.ObservedAt is null, false), total => total.ObservedAt, Comparer<DateTimeOffset?>.Default, query.IsDescending),
        GaugeSort.Basin => Order(totals, total => (total.Site.Basin is null, false), total => total.Site.Basin, StringComparer.OrdinalIgnoreCase, query.IsDescending),
        _ => Order(totals, _ => default, total => total.Site.Name, StringComparer.OrdinalIgnoreCase, query.IsDescending),
    };

    private static IOrderedEnumerable<RainfallTotal> Order<TKey>(
        IEnumerable<RainfallTotal> totals, Func<RainfallTotal, (bool IsMissing, bool IsIsolated)> group, Func<RainfallTotal, TKey> key, IComparer<TKey> comparer, bool descending)
    {
        IOrderedEnumerable<RainfallTotal> known = totals.OrderBy(group);
        return descending ? known.ThenByDescending(key, comparer) : known.ThenBy(key, comparer);
    }
}
