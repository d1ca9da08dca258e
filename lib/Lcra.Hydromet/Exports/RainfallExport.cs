using System.Buffers;
using System.Text.Json;
using CsvHelper;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <summary>Exports rainfall totals with their windows, missing reasons and sources. The output is streamed.</summary>
public static class RainfallExport
{
    private const int FlushAt = 32 * 1024;

    /// <summary>
    /// Writes CSV (RFC 4180, UTF-8) with units in the header and each time in UTC and in Central time. A missing amount
    /// is an empty field beside its reason. A text that a spreadsheet would run as a formula is prefixed with an apostrophe.
    /// </summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when everything is written.</returns>
    public static async Task WriteCsvAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(totals);
        CsvWriter csv = CsvWriter.Create(destination, ExportFields.CsvOptions, leaveOpen: true);
        await using (csv.ConfigureAwait(false))
        {
            ExportFields fields = new();
            ExportFields.WriteHeader(csv);
            await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            foreach (RainfallTotal total in totals)
            {
                fields.Write(csv, total);
                await csv.EndRecordAsync(cancellationToken).ConfigureAwait(false);
            }

            await csv.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes JSON Lines: one object with the names of <see cref="WriteCsvAsync"/>'s columns on each line; a missing amount is null.</summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when everything is written.</returns>
    public static async Task WriteJsonLinesAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(totals);
        ExportFields fields = new();
        ArrayBufferWriter<byte> lines = new(2 * FlushAt);
        Utf8JsonWriter json = new(lines);
        await using (json.ConfigureAwait(false))
        {
            foreach (RainfallTotal total in totals)
            {
                WriteLine(total);
                if (lines.WrittenCount > FlushAt)
                {
                    await SendAsync().ConfigureAwait(false);
                }
            }

            await SendAsync().ConfigureAwait(false);
        }

        void WriteLine(RainfallTotal total)
        {
            json.WriteStartObject();
            fields.Write(json, total);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
        }

        async ValueTask SendAsync()
        {
            await destination.WriteAsync(lines.WrittenMemory, cancellationToken).ConfigureAwait(false);
            lines.ResetWrittenCount();
        }
    }

    /// <summary>
    /// Writes GeoJSON (RFC 7946): a point for each total, longitude first; a gauge without coordinates has a null
    /// geometry. Join the report with the all-sites response first.
    /// </summary>
    /// <param name="destination">The stream to write to. It is not closed.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    /// <returns>A task that completes when everything is written.</returns>
    public static async Task WriteGeoJsonAsync(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(totals);
        ExportFields fields = new();
        Utf8JsonWriter json = new(destination);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteStartArray("features"u8);
            foreach (RainfallTotal total in totals)
            {
                fields.WriteFeature(json, total);
                if (json.BytesPending > FlushAt)
                {
                    await json.FlushAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
