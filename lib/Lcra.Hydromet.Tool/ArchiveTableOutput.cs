namespace Lcra.Hydromet.CommandLine;

/// <summary>Where a table is written.</summary>
internal abstract class ArchiveTableOutput
{
    public abstract Task<ExportSummary> WriteAsync<TRow>(ExportTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken);
}
