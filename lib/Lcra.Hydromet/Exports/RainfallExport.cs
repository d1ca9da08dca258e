using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// Exports rainfall with windows, statuses and sources, in one dialect for every format: the columns are those of <see cref="ExportTables"/>.
/// The output is streamed. A missing amount is empty (null in JSON) beside a <c>status</c> that says why. Sites are written as
/// <c>LCRA_3018</c>, which no program takes for a date or a number, and <see cref="SiteId.Parse"/> reads it.
/// </summary>
public static class RainfallExport
{
    /// <summary>
    /// Writes CSV (RFC 4180, UTF-8) with units in the header and each time in UTC and in Central time. A text that a spreadsheet would
    /// run as a formula is prefixed with an apostrophe.
    /// </summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many rows were written.</returns>
    public static Task<ExportSummary> WriteCsvAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return WriteAsync(destination, ExportFormat.Csv, ExportTables.Totals, totals, options: null, cancellationToken);
    }

    /// <summary>Writes JSON Lines: one object with the names of <see cref="WriteCsvAsync"/>'s columns on each line; a missing amount is null.</summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many rows were written.</returns>
    public static Task<ExportSummary> WriteJsonLinesAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return WriteAsync(destination, ExportFormat.JsonLines, ExportTables.Totals, totals, options: null, cancellationToken);
    }

    /// <summary>
    /// Writes GeoJSON (RFC 7946): a point for each total, longitude first, with the site as its <c>id</c>; a gauge without coordinates
    /// has a null geometry and is counted in <see cref="ExportSummary.WithoutPosition"/>.
    /// </summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many features were written, and how many have no position.</returns>
    public static Task<ExportSummary> WriteGeoJsonAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return WriteAsync(destination, ExportFormat.GeoJson, ExportTables.Totals, totals, options: null, cancellationToken);
    }

    /// <summary>Writes a whole report: every period of every gauge.</summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="format">The format.</param>
    /// <param name="report">The report.</param>
    /// <param name="options">Which rows to write; null for all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many rows were written and left out.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    public static Task<ExportSummary> WriteReportAsync(
        Stream destination, ExportFormat format, RainfallReport report, ExportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WriteAsync(destination, format, ExportTables.Totals, report.Gauges.SelectMany(gauge => gauge.Totals), options, cancellationToken);
    }

    /// <summary>Writes a table.</summary>
    /// <typeparam name="TRow">What a row is made from.</typeparam>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="format">The format.</param>
    /// <param name="table">The table, one of <see cref="ExportTables"/>.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="options">Which rows to write; null for all.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>How many rows were written and left out.</returns>
    /// <exception cref="ArgumentException">The format is GeoJSON, and the table's rows have no place.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// await using FileStream file = File.Create("rainfall.csv");
    /// await RainfallExport.WriteAsync(
    ///     file, ExportFormat.Csv, ExportTables.Totals, report.Gauges.Select(gauge => gauge[RainfallPeriod.Today]), new ExportOptions { MeasuredOnly = true });
    /// </code>
    /// </example>
    public static async Task<ExportSummary> WriteAsync<TRow>(
        Stream destination,
        ExportFormat format,
        ExportTable<TRow> table,
        IEnumerable<TRow> rows,
        ExportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ExportRun<TRow> run = ExportRun<TRow>.Start(destination, format, table, options);
        await using (run.ConfigureAwait(false))
        {
            foreach (TRow row in rows)
            {
                await run.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            return await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="WriteAsync{TRow}(Stream, ExportFormat, ExportTable{TRow}, IEnumerable{TRow}, ExportOptions?, CancellationToken)"/>
    /// <exception cref="HydrometException">While reading the rows: a response is unavailable or unreadable.</exception>
    public static async Task<ExportSummary> WriteAsync<TRow>(
        Stream destination,
        ExportFormat format,
        ExportTable<TRow> table,
        IAsyncEnumerable<TRow> rows,
        ExportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ExportRun<TRow> run = ExportRun<TRow>.Start(destination, format, table, options);
        await using (run.ConfigureAwait(false))
        {
            await foreach (TRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await run.AddAsync(row, cancellationToken).ConfigureAwait(false);
            }

            return await run.FinishAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
