namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A feed that was read: its rows in the feed's order and their amounts, row by row in one array.</summary>
internal sealed record FeedTable
{
    /// <summary>Gets by how much a stamp may be ahead of a clock.</summary>
    public static TimeSpan ClockSkew { get; } = TimeSpan.FromMinutes(5);

    public required HydrometFeed Feed { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    public required ValueColumn[] Columns { get; init; }

    public required FeedRow[] Rows { get; init; }

    public required Cell[] Cells { get; init; }

    public required FindingList Findings { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>Gets the validators for the next request; null when the response had none.</summary>
    public FeedValidators? Validators { get; init; }

    /// <summary>Gets a value indicating whether the feed ends inside a line.</summary>
    public bool EndsInLine { get; init; }

    /// <summary>Gets the last download if it was incomplete, whether these rows are from it or from an earlier one; null when it was whole.</summary>
    public IncompleteDownload? Incomplete { get; init; }

    public FeedStatus ToStatus(HydrometException? failure = null) => new()
    {
        Feed = Feed,
        ReportedAt = ReportedAt,
        FetchedAt = FetchedAt,
        RowCount = Rows.Length,
        UnreadableValueCount = Findings.UnreadableValues,
        SkippedRowCount = Findings.SkippedRows,
        Failure = failure,
    };

    public Cell CellAt(int row, int column) => Cells[(row * Columns.Length) + column];

    /// <summary>Chooses between two rows of one site: the one with a value, then the newer, then the later.</summary>
    public int Better(int one, int later) =>
        HasValue(one) != HasValue(later) ? (HasValue(one) ? one : later)
        : Rows[one].ObservedAt is { } observed && (Rows[later].ObservedAt is not { } other || observed > other) ? one
        : later;

    /// <summary>Says that a feed has a site twice, and whether the amounts differ.</summary>
    public Finding Duplicate(int one, int later) => FindingList.Duplicate(Feed, Rows[later], CellsOf(one).SequenceEqual(CellsOf(later)));

    private bool HasValue(int row) => CellsOf(row).Any(value => value is not null);

    private IEnumerable<decimal?> CellsOf(int row) => Enumerable.Range(0, Columns.Length).Select(column => CellAt(row, column).Value);
}
