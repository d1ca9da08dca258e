using CsvHelper;

namespace Lcra.Hydromet.Internal;

/// <summary>Reads one row at the width that its feed's rows have, and trusts no row of another width.</summary>
internal sealed class FeedRowReader(CsvReader csv, HydrometFeed feed, FeedLayout layout, LocalClock clock, FindingList findings, int width)
{
    public FeedLayout Layout => layout;

    public int Place(int headerIndex) => layout.Place(headerIndex, width);

    /// <summary>Reads the site number; null where the row has none that could be one.</summary>
    public string? ReadNumber(int fields)
    {
        ReadOnlySpan<byte> number = csv.GetSpan(Place(layout.Site));
        if (number.Length is > 0 and <= 20 && !number.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return csv.GetString(Place(layout.Site));
        }

        if (fields > 1 || !number.IsEmpty)
        {
            findings.Skipped(csv.LineNumber, number, $"{feed} line {csv.LineNumber} has no site number; the row is left out.");
        }

        return null;
    }

    public void Read(ref FeedRow row, Span<Cell> cells, int fields)
    {
        row.Line = csv.LineNumber;
        row.Name = Text(layout.Name);
        row.Basin = Text(layout.Basin);
        row.WhyUnobserved = MissingReason.NotInFeed;
        int unreadable = findings.UnreadableValues;
        row.IsWhole = fields == width && !HasSurplus();
        if (row.IsWhole)
        {
            ReadTime(ref row);
            ReadAmounts(row.Number, cells);
        }

        // A surplus cell and something unreadable: the row is shifted, by a comma in a name perhaps.
        unreadable = findings.UnreadableValues - unreadable;
        if (!row.IsWhole || (width == layout.Roomy && unreadable > 0))
        {
            row.IsWhole = false;
            row.Distrust(MissingReason.Unreadable);
            cells.Fill(Cell.Unreadable);
            findings.UnreadableRow(row.Line, row.Number, cells.Length - unreadable, Misfit(row.Line, fields));
        }
    }

    private void ReadTime(ref FeedRow row)
    {
        if (layout.Time < 0)
        {
            return;
        }

        ReadOnlySpan<byte> text = csv.GetSpan(Place(layout.Time));
        if (LocalStamp.TryParse(text, out DateTime local))
        {
            row.ObservedAt = clock.Resolve(local);
        }
        else if (text.IsEmpty)
        {
            row.WhyUnobserved = MissingReason.Blank;
        }
        else
        {
            row.WhyUnobserved = MissingReason.Unreadable;
            findings.UnreadableValue(row.Line, row.Number, csv.Headers[layout.Time], text, "reading time");
        }
    }

    private void ReadAmounts(string number, Span<Cell> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            ref readonly ValueColumn column = ref layout.Values[i];
            if (column.Index < 0)
            {
                continue;
            }

            ReadOnlySpan<byte> text = csv.GetSpan(Place(column.Index));
            cells[i] = Cell.ReadAmount(text);
            if (cells[i].Missing is MissingReason.Unreadable)
            {
                findings.UnreadableValue(csv.LineNumber, number, column.Header!, text, "amount of rain");
            }
        }
    }

    private bool HasSurplus()
    {
        if (width != layout.Roomy)
        {
            return false;
        }

        ReadOnlySpan<byte> surplus = csv.GetSpan(layout.Surplus);
        return !surplus.IsEmpty && !LocalStamp.TryParse(surplus, out _);
    }

    private string? Text(int headerIndex)
    {
        if (headerIndex < 0)
        {
            return null;
        }

        string text = csv.GetString(Place(headerIndex)).Trim();
        return text.Length == 0 ? null : text;
    }

    private string Misfit(long line, int fields) => fields == width
        ? $"{feed} line {line} is shifted against the header; none of its values is used."
        : $"{feed} line {line} has {fields} fields instead of {width}; none of its values is used.";
}
