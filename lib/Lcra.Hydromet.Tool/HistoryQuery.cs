namespace Lcra.Hydromet.CommandLine;

/// <summary>What a command line asks of <c>hydromet history</c>.</summary>
internal sealed record HistoryQuery
{
    public required IReadOnlyList<SiteId> Sites { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public CalendarPeriod? By { get; init; }

    public int AllowedMissingDays { get; init; }

    public bool IsWide { get; init; }

    /// <summary>Gets the format of the file; null for text.</summary>
    public ExportFormat? Format { get; init; }

    public required ExportOptions Options { get; init; }
}
