using RainfallSite.Preferences;

namespace RainfallSite.Gauges;

/// <summary>The heading of a column that the list can be sorted by.</summary>
internal sealed class SortHeading(GaugeQuery query, GaugeSort sort)
{
    private readonly bool _isSorted = query.Sort == sort;

    public GaugeSort Sort => sort;

    public GaugeQuery Next { get; } = query.SortedBy(sort);

    public string? AriaSort => !_isSorted ? null : query.IsDescending ? "descending" : "ascending";

    public string? Arrow => !_isSorted ? null : query.IsDescending ? "▼" : "▲";

    public string TextKey(RainUnit unit) => sort switch
    {
        GaugeSort.Rain => unit.ToString(),
        GaugeSort.Name => "Gauge",
        _ => sort.ToString(),
    };
}
