using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>A column of the file with the values that are not yet encoded.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal abstract class ParquetColumn<TRow>(Column schema, bool isDelta)
{
    public Column Schema => schema;

    /// <summary>Gets a value indicating whether the differences of values are stored: a year of readings needs 27 times as many bytes without.</summary>
    public bool IsDelta => isDelta;

    public abstract void Allocate(int rows);

    public abstract void Add(TRow row);

    public abstract void BeginGroup(RowGroupWriter group, int place);

    public abstract void Encode();

    public abstract void EndGroup();
}
