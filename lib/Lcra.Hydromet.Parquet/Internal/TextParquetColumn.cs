using System.Runtime.InteropServices;
using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>
/// A column of text. The same texts come again and again, so each is encoded once in a batch. Of the time that readings take to be written,
/// that saves a tenth.
/// </summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class TextParquetColumn<TRow>(string name, Func<TRow, string?> value) : ParquetColumn<TRow>(new Column(typeof(string), name, LogicalType.String()), isDelta: false)
{
    private readonly Dictionary<string, ByteArray> _encoded = new(StringComparer.Ordinal);

    // Pinned, because the native writer reads them; it keeps nothing after a batch.
    private readonly List<byte[]> _bytes = [];
    private ByteArray[] _values = [];
    private short[] _levels = [];
    private ColumnWriter<ByteArray>? _writer;

    public override void BeginGroup(RowGroupWriter group, int place, int batchRows)
    {
        Array.Resize(ref _values, batchRows);
        Array.Resize(ref _levels, batchRows);
        _writer = (ColumnWriter<ByteArray>)group.Column(place);
    }

    public override void Encode(ReadOnlySpan<TRow> rows)
    {
        int count = 0;
        string? last = null;
        ByteArray encoded = default;
        for (int row = 0; row < rows.Length; row++)
        {
            string? text = value(rows[row]);
            _levels[row] = text is null ? (short)0 : (short)1;
            if (text is not null)
            {
                if (!ReferenceEquals(text, last))
                {
                    encoded = Encoded(text);
                    last = text;
                }

                _values[count++] = encoded;
            }
        }

        _writer!.WriteBatch(rows.Length, _levels.AsSpan(0, rows.Length), [], _values.AsSpan(0, count));
        _encoded.Clear();
        _bytes.Clear();
    }

    public override void EndGroup()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private ByteArray Encoded(string text)
    {
        if (!_encoded.TryGetValue(text, out ByteArray encoded))
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>(System.Text.Encoding.UTF8.GetByteCount(text), pinned: true);
            System.Text.Encoding.UTF8.GetBytes(text, bytes);
            _bytes.Add(bytes);
            encoded = new ByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0), bytes.Length);
            _encoded.Add(text, encoded);
        }

        return encoded;
    }
}
