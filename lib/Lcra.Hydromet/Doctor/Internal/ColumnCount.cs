namespace Lcra.Hydromet.Doctor.Internal;

/// <summary>How many rows of a feed have a value in one column.</summary>
/// <param name="Key">The column by a name that does not change from day to day, such as <c>24_hour</c>.</param>
/// <param name="Header">The column as the feed spells it.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Filled">How many rows have anything in the column.</param>
/// <param name="Readable">How many rows have a valid value in the column.</param>
internal readonly record struct ColumnCount(string Key, string Header, int Rows, int Filled, int Readable)
{
    public decimal FilledShare => Share(Filled);

    public decimal ReadableShare => Share(Readable);

    private decimal Share(int count) => Rows == 0 ? 0 : (decimal)count / Rows;
}
