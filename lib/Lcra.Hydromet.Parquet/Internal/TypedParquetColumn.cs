using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>A column whose values are of one type.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
internal sealed class TypedParquetColumn<TRow, TValue>(string name, LogicalType type, Func<TRow, TValue> value, bool isDelta = false)
    : ParquetColumn<TRow>(new Column(typeof(TValue), name, type), isDelta)
{
    private TValue[] _values = [];
    private int _count;
    private LogicalColumnWriter<TValue>? _writer;

    public override void Allocate(int rows) => _values = new TValue[rows];

    public override void Add(TRow row) => _values[_count++] = value(row);

    public override void BeginGroup(RowGroupWriter group, int place) => _writer = group.Column(place).LogicalWriter<TValue>(_values.Length);

    public override void Encode()
    {
        _writer!.WriteBatch(_values.AsSpan(0, _count));
        _count = 0;
    }

    public override void EndGroup()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
