using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.Exports.Internal;
using ParquetSharp;
using ParquetSharp.IO;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>Writes Parquet: batches of rows are encoded into a group, which is sent when it ends.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
[SuppressMessage("Usage", "CA2213", Justification = "The caller closes the destination.")]
internal sealed class ParquetExportWriter<TRow> : ExportWriter<TRow>
{
    // What is compressed is encoded and small: level 6 takes 1 % more time than the default and writes a twentieth less.
    private const int ZstdLevel = 6;

    private readonly Stream _destination;
    private readonly ParquetColumn<TRow>[] _columns;
    private readonly RowGroupRule<TRow> _rule;
    private readonly Dictionary<string, string> _metadata = ParquetMetadata.Create();
    private readonly PendingBytes _pending = new();
    private readonly ManagedOutputStream _output;
    private readonly WriterProperties _properties;
    private readonly ParquetFileWriter _file;
    private readonly TRow[] _batch;
    private RowGroupWriter? _group;
    private int _groupRows;
    private int _batchRows;

    public ParquetExportWriter(Stream destination, ExportColumn<TRow>[] fields)
        : base(fields)
    {
        _destination = destination;
        _columns = [.. fields.SelectMany(new ParquetColumns<TRow>(Times, Texts).Of)];
        _rule = new RowGroupRule<TRow>(fields, _columns.Length, Times);
        _batch = new TRow[_rule.BatchRows];
        _output = new ManagedOutputStream(_pending, leaveOpen: true);
        _properties = Properties(_columns);
        _file = new ParquetFileWriter(_output, [.. _columns.Select(column => column.Schema)], _properties, _metadata);
    }

    public override void Begin()
    {
    }

    public override ValueTask WriteAsync(TRow row, Site? place, CancellationToken cancellationToken)
    {
        if (_groupRows > 0 && _rule.Ends(_groupRows, _batch[_batchRows - 1], row))
        {
            return EndGroupAndAddAsync(row, cancellationToken);
        }

        Add(row, cancellationToken);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask EndAsync(ExportSummary summary, CancellationToken cancellationToken)
    {
        await EndGroupAsync(cancellationToken).ConfigureAwait(false);
        ParquetMetadata.Add(_metadata, summary);
        _file.Close();
        await _pending.SendAsync(_destination, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        Array.ForEach(_columns, column => column.EndGroup());
        _group?.Dispose();
        _file.Dispose();
        _properties.Dispose();
        _output.Dispose();
        await _pending.DisposeAsync().ConfigureAwait(false);
    }

    private static WriterProperties Properties(ParquetColumn<TRow>[] columns)
    {
        using WriterPropertiesBuilder builder = new();
        builder.Compression(Compression.Zstd).CompressionLevel(ZstdLevel);
        foreach (string name in columns.Where(column => column.IsDelta).Select(column => column.Schema.Name))
        {
            builder.DisableDictionary(name).Encoding(name, Encoding.DeltaBinaryPacked);
        }

        return builder.Build();
    }

    private async ValueTask EndGroupAndAddAsync(TRow row, CancellationToken cancellationToken)
    {
        await EndGroupAsync(cancellationToken).ConfigureAwait(false);
        Add(row, cancellationToken);
    }

    private void Add(TRow row, CancellationToken cancellationToken)
    {
        if (_batchRows == _batch.Length)
        {
            Encode(cancellationToken);
        }

        _batch[_batchRows++] = row;
        _groupRows++;
    }

    private void Encode(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_group is null)
        {
            _group = _file.AppendBufferedRowGroup();
            for (int place = 0; place < _columns.Length; place++)
            {
                _columns[place].BeginGroup(_group, place, _batch.Length);
            }
        }

        foreach (ParquetColumn<TRow> column in _columns)
        {
            column.Encode(_batch.AsSpan(0, _batchRows));
        }

        _batchRows = 0;
    }

    private async ValueTask EndGroupAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_batchRows > 0)
        {
            Encode(cancellationToken);
        }

        Array.ForEach(_columns, column => column.EndGroup());
        _group?.Close();
        _group?.Dispose();
        _group = null;
        _groupRows = 0;
        await _pending.SendAsync(_destination, cancellationToken).ConfigureAwait(false);
    }
}
