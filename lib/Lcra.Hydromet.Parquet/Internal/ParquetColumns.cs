using Lcra.Hydromet.Exports.Internal;
using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>Makes the columns of a file from those of a table.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class ParquetColumns<TRow>(ExportTimes times, ExportTexts texts)
{
    private const string Inches = "in";

    // Far more than falls anywhere, and within an Int32 as hundredths.
    private const decimal MaxInches = 10_000_000m;

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
            case ExportValueKind.Number:
                yield return new TypedParquetColumn<TRow, double?>(name, LogicalType.None(), Converted(column.Number!, number => (double?)number));
                if (string.Equals(column.Unit, Inches, StringComparison.Ordinal))
                {
                    yield return new TypedParquetColumn<TRow, int?>($"{name}_hundredths", LogicalType.Int(32, isSigned: true), Converted(column.Number!, Hundredths), isDelta: true);
                }

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

    // Most readings repeat the amount before them.
    private static Func<TRow, TValue> Converted<TValue>(Func<TRow, decimal?> number, Func<decimal?, TValue> convert)
    {
        decimal? last = null;
        TValue converted = convert(last);
        return row =>
        {
            decimal? next = number(row);
            if (next != last)
            {
                last = next;
                converted = convert(next);
            }

            return converted;
        };
    }

    private static int? Hundredths(decimal? inches)
    {
        if (inches is not { } amount || Math.Abs(amount) >= MaxInches)
        {
            return null;
        }

        decimal hundredths = amount * 100;
        return decimal.IsInteger(hundredths) ? (int)hundredths : null;
    }
}
