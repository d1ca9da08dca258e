using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>A column of the file.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal abstract class ParquetColumn<TRow>(Column schema, bool isDelta)
{
    public Column Schema => schema;

    /// <summary>Gets a value indicating whether the differences of values are stored: a year of readings needs 27 times as many bytes without.</summary>
    public bool IsDelta => isDelta;

    public abstract void BeginGroup(RowGroupWriter group, int place, int batchRows);

    /// <summary>Encodes the values of at most as many rows as a batch has.</summary>
    public abstract void Encode(ReadOnlySpan<TRow> rows);

    public abstract void EndGroup();
}
