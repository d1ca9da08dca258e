namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Writes the rows of one export and counts them.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class ExportRun<TRow> : IAsyncDisposable
{
    private readonly ExportWriter<TRow> _writer;
    private readonly ExportTable<TRow> _table;
    private readonly Func<TRow, Site>? _place;
    private readonly ExportOptions _options;
    private bool _hasBegun;
    private long _rows;
    private long _missingLeftOut;
    private long _withoutPosition;

    private ExportRun(ExportWriter<TRow> writer, ExportTable<TRow> table, bool hasGeometry, ExportOptions options)
    {
        _writer = writer;
        _table = table;
        _place = hasGeometry ? table.Place : null;
        _options = options;
    }

    public static ExportRun<TRow> Start(Stream destination, ExportFormat format, ExportTable<TRow> table, ExportOptions? options)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(table);
        if (format == ExportFormat.GeoJson && table.Place is null)
        {
            throw new ArgumentException("GeoJSON needs rows with a place, such as totals; write this table as CSV or JSON Lines.", nameof(format));
        }

#pragma warning disable CA2000 // The run disposes its writer.
        ExportWriter<TRow> writer = format switch
        {
            ExportFormat.Csv => new CsvExportWriter<TRow>(destination, table.Fields),
            ExportFormat.JsonLines => new JsonLinesExportWriter<TRow>(destination, table.Fields),
            ExportFormat.GeoJson => new GeoJsonExportWriter<TRow>(destination, table.Fields),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The format is not known."),
        };
#pragma warning restore CA2000
        return Start(writer, table, hasGeometry: format == ExportFormat.GeoJson, options);
    }

    public static ExportRun<TRow> Start(ExportWriter<TRow> writer, ExportTable<TRow> table, bool hasGeometry, ExportOptions? options) =>
        new(writer, table, hasGeometry, options ?? new ExportOptions());

    public ValueTask AddAsync(TRow row, CancellationToken cancellationToken)
    {
        if (_options.MeasuredOnly && !_table.IsMeasured(row))
        {
            _missingLeftOut++;
            return ValueTask.CompletedTask;
        }

        Site? place = _place?.Invoke(row);
        if (place is { Latitude: null } or { Longitude: null })
        {
            _withoutPosition++;
            if (_options.PositionedOnly)
            {
                return ValueTask.CompletedTask;
            }
        }

        Begin();
        _rows++;
        return _writer.WriteAsync(row, place, cancellationToken);
    }

    public async ValueTask<ExportSummary> FinishAsync(CancellationToken cancellationToken)
    {
        Begin();
        ExportSummary summary = new() { Rows = _rows, MissingLeftOut = _missingLeftOut, WithoutPosition = _withoutPosition };
        await _writer.EndAsync(summary, cancellationToken).ConfigureAwait(false);
        return summary;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    // Not before the first row is there: where reading fails, nothing is written, not even a header.
    private void Begin()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _writer.Begin();
        }
    }
}
