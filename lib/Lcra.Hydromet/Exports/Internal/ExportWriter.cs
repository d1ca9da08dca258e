namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes rows in one format.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal abstract class ExportWriter<TRow>(ExportColumn<TRow>[] columns) : IAsyncDisposable
{
    protected ExportColumn<TRow>[] Columns => columns;

    protected ExportTimes Times { get; } = new();

    protected ExportTexts Texts { get; } = new();

    public abstract void Begin();

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The place of the row; null in formats without a geometry.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    public abstract ValueTask WriteAsync(TRow row, Site? place, CancellationToken cancellationToken);

    public abstract ValueTask EndAsync(ExportSummary summary, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
