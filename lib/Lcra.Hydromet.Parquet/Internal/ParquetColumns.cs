using Lcra.Hydromet.Exports.Internal;
using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>Makes the columns of a file from those of a table.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class ParquetColumns<TRow>(ExportTimes times, ExportTexts texts)
{
    private const string Inches = "in";
    private const string Count = "accumulated";

    public IEnumerable<ParquetColumn<TRow>> Of(ExportColumn<TRow> column)
    {
        string name = column.Name;
        switch (column.Kind)
        {
            case ExportValueKind.Text:
                yield return Text(name, column.Text!);
                break;
            case ExportValueKind.Site:
                yield return Text(name, row => texts.Of(column.Site!(row)));
                break;
            case ExportValueKind.Source:
                yield return Text(name, row => texts.Of(column.Source!(row)).ToString());
                break;
            case ExportValueKind.Number when string.Equals(column.Unit, Inches, StringComparison.Ordinal):
                ParquetAmounts<TRow> amounts = new(column.Number!);
                yield return Number(name, amounts.Read);

                // A count only rises, so its differences are short; most other amounts are zero, and a dictionary needs a third of the bytes.
                yield return new TypedParquetColumn<TRow, int?>($"{name}_hundredths", LogicalType.Int(32, isSigned: true), amounts.NextHundredths, isDelta: name.StartsWith(Count, StringComparison.Ordinal));
                break;
            case ExportValueKind.Number:
                yield return Number(name, row => (double?)column.Number!(row));
                break;
            case ExportValueKind.Flag:
                yield return new TypedParquetColumn<TRow, bool>(name, LogicalType.None(), column.Flag!);
                break;
            case ExportValueKind.Day:
                yield return new TypedParquetColumn<TRow, DateOnly?>(name, LogicalType.Date(), row => column.Day!(row, times), isDelta: true);
                break;
            case ExportValueKind.Utc:
                yield return new TypedParquetColumn<TRow, DateTime?>(
                    name, LogicalType.Timestamp(isAdjustedToUtc: true, TimeUnit.Millis), row => column.Time!(row)?.UtcDateTime, isDelta: true);
                break;
            default:
                // Central time: a program that reads the file shows the instants in any zone.
                break;
        }
    }

    private static ParquetColumn<TRow> Text(string name, Func<TRow, string?> value) => new TextParquetColumn<TRow>(name, value);

    private static ParquetColumn<TRow> Number(string name, Func<TRow, double?> value) => new TypedParquetColumn<TRow, double?>(name, LogicalType.None(), value);
}
