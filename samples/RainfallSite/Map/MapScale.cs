namespace RainfallSite.Map;

/// <summary>Classes of rain for color and size. They are coarser for larger amounts, so that the map of a year has several colors.</summary>
internal sealed class MapScale(decimal maxInches)
{
    /// <summary>The class of a gauge without an amount.</summary>
    public const int Missing = 0;

    /// <summary>The class of a gauge that measured nothing.</summary>
    public const int Dry = 1;

    private readonly decimal[] _edges = maxInches switch
    {
        <= 1 => [0.1m, 0.25m, 0.5m, 0.75m],
        <= 10 => [0.25m, 1, 2, 4],
        <= 24 => [1, 3, 6, 12],
        _ => [5, 15, 25, 35],
    };

    /// <summary>Gets the classes of wet gauges, each from its edge on; the first from any rain at all.</summary>
    public IEnumerable<(int Level, decimal From, decimal? To)> Wet => Enumerable.Range(0, _edges.Length + 1)
        .Select(i => (Dry + 1 + i, i == 0 ? 0 : _edges[i - 1], i < _edges.Length ? _edges[i] : (decimal?)null));

    public int LevelOf(decimal? inches) => inches switch
    {
        null => Missing,
        <= 0 => Dry,
        { } wet => Dry + 1 + _edges.Count(edge => wet >= edge),
    };
}
