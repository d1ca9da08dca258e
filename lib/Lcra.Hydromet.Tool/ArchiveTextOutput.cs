namespace Lcra.Hydromet.CommandLine;

/// <summary>Writes a table as CSV or JSON Lines.</summary>
internal sealed class ArchiveTextOutput(Stream stream, ExportFormat format, ExportOptions options) : ArchiveTableOutput
{
    public override Task<ExportSummary> WriteAsync<TRow>(ExportTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken) =>
        RainfallExport.WriteAsync(stream, format, table, rows, options, cancellationToken);
}
