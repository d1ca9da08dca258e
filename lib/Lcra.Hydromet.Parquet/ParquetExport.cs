using Lcra.Hydromet.Exports.Internal;
using Lcra.Hydromet.Parquet.Internal;

namespace Lcra.Hydromet.Parquet;

/// <summary>
/// Exports the tables of <see cref="ExportTables"/> as Parquet, with the columns and words of <see cref="RainfallExport"/>'s files. Instants
/// are timestamps in UTC with milliseconds, sites are text (<c>LCRA_3018</c>), and numbers are doubles; an amount in inches also has a
/// column of exact hundredths, such as <c>rain_in_hundredths</c>, which is null when the amount is not a whole number of them. A missing
/// value is null. Columns in Central time are left out.
/// </summary>
/// <remarks>
/// Rows are written in the order given. Give them by site and then by time: a group of rows ends where the local year changes or, once it
/// is large, the site, and a query of one site or one year reads only the groups that have it. Memory is bounded by one group, whatever the
/// number of rows. The footer comes last, and no program reads a file without one: a canceled or failed export is never taken for a whole one.
/// </remarks>
public static class ParquetExport
{
    /// <summary>Writes a table.</summary>
    /// <typeparam name="TRow">What a row is made from.</typeparam>
    /// <param name="destination">The stream to write to. It is not closed, need not seek, and is only written to asynchronously.</param>
    /// <param name="table">The table, one of <see cref="ExportTables"/>.</param>
    /// <param name="rows">The rows, by site and then by time.</param>
    /// <param name="options">Which rows to write; null for all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many rows were written and left out.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// await using FileStream file = File.Create("rainfall.parquet");
    /// await ParquetExport.WriteAsync(file, ExportTables.Totals, report.Gauges.SelectMany(gauge => gauge.Totals));
    /// </code>
    /// </example>
    public static async Task<ExportSummary> WriteAsync<TRow>(
        Stream destination, ExportTable<TRow> table, IEnumerable<TRow> rows, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ExportRun<TRow> run = Start(destination, table, options);
        await using (run.ConfigureAwait(false))
        {
            foreach (TRow row in rows)
            {
                await run.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            return await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="WriteAsync{TRow}(Stream, ExportTable{TRow}, IEnumerable{TRow}, ExportOptions?, CancellationToken)"/>
    /// <exception cref="HydrometException">While reading the rows: a response is unavailable or unreadable.</exception>
    public static async Task<ExportSummary> WriteAsync<TRow>(
        Stream destination, ExportTable<TRow> table, IAsyncEnumerable<TRow> rows, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ExportRun<TRow> run = Start(destination, table, options);
        await using (run.ConfigureAwait(false))
        {
            await foreach (TRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await run.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            return await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static ExportRun<TRow> Start<TRow>(Stream destination, ExportTable<TRow> table, ExportOptions? options)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(table);
#pragma warning disable CA2000 // The run disposes its writer.
        return ExportRun<TRow>.Start(new ParquetExportWriter<TRow>(destination, table.Fields), table, hasGeometry: false, options);
#pragma warning restore CA2000
    }
}
