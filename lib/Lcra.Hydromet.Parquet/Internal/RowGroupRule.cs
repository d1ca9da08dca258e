using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>
/// Where groups of rows end: where the local year changes, if the group is not small, where the site changes, if it is large, and at a limit.
/// A year of readings of three gauges at 15 minutes is a group, and so is each year of one gauge's record.
/// </summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class RowGroupRule<TRow>(ExportColumn<TRow>[] fields, int columns, ExportTimes times)
{
    // A group costs about 100 bytes for each column.
    private const int MinRowsOfYear = 32 * 1024;
    private const int MinRowsOfSites = 96 * 1024;
    private const int MaxValues = 1024 * 1024;
    private const int MaxBatchValues = 16 * 1024;

    private readonly Func<TRow, SiteId>? _site = fields.FirstOrDefault(field => field.Site is not null)?.Site;
    private readonly Func<TRow, ExportTimes, DateOnly?>? _day = fields.FirstOrDefault(field => field.Day is not null)?.Day;

    /// <summary>Gets the number of rows that a group never exceeds.</summary>
    public int MaxRows { get; } = Math.Max(1024, MaxValues / columns);

    /// <summary>Gets the number of rows that are encoded at once.</summary>
    public int BatchRows { get; } = Math.Clamp(MaxBatchValues / columns, 64, 8 * 1024);

    /// <summary>Tells whether a group with this many rows ends between its last row and the next one.</summary>
    public bool Ends(int rows, TRow last, TRow next) =>
        rows >= MaxRows
        || (rows >= MinRowsOfYear && YearOf(last) != YearOf(next))
        || (rows >= MinRowsOfSites && _site?.Invoke(last) != _site?.Invoke(next));

    private int? YearOf(TRow row) => _day?.Invoke(row, times)?.Year;
}
