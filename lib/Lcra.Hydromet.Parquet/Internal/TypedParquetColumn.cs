using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>A column whose values are of one type.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class TypedParquetColumn<TRow, TValue>(string name, LogicalType type, Func<TRow, TValue> value, bool isDelta = false)
    : ParquetColumn<TRow>(new Column(typeof(TValue), name, type), isDelta)
{
    private TValue[] _values = [];
    private LogicalColumnWriter<TValue>? _writer;

    public override void BeginGroup(RowGroupWriter group, int place, int batchRows)
    {
        Array.Resize(ref _values, batchRows);
        _writer = group.Column(place).LogicalWriter<TValue>(batchRows);
    }

    public override void Encode(ReadOnlySpan<TRow> rows)
    {
        Span<TValue> values = _values.AsSpan(0, rows.Length);
        for (int row = 0; row < rows.Length; row++)
        {
            values[row] = value(rows[row]);
        }

        _writer!.WriteBatch(values);
    }

    public override void EndGroup()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
