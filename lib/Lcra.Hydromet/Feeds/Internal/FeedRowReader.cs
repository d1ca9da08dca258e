using System.Text;
using CsvHelper;
using Lcra.Hydromet.Identity.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Reads one row at the width that its feed's rows have, and trusts no row of another width.</summary>
internal sealed class FeedRowReader(
    CsvReader csv, FeedDefinition definition, FeedLayout layout, LocalClock clock, FindingList findings, KnownRows known, int width)
{
    private const int MaxNumberLength = 20;
    private readonly int _site = layout.Place(layout.Site, width);
    private readonly int _name = layout.Place(layout.Name, width);
    private readonly int _basin = layout.Place(layout.Basin, width);
    private readonly int _time = layout.Place(layout.Time, width);
    private readonly int[] _values = Array.ConvertAll(layout.Values, column => layout.Place(column.Index, width));
    private readonly HydrometFeed _feed = definition.Feed;
    private string? _lastBasin;

    private static ReadOnlySpan<byte> Blanks => " \t"u8;

    // No field holds a line break, so every record is a line, and the header is the first.
    private long Line => csv.RowNumber + 1;

    /// <summary>Reads the site number; null where the row has none that could be one.</summary>
    public string? ReadNumber(int fields)
    {
        ReadOnlySpan<byte> number = csv.GetSpan(_site);
        if (known.Number(number) is { } same)
        {
            return same;
        }

        number = number.Trim(Blanks);
        if (number.Length is > 0 and <= MaxNumberLength && !number.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return Encoding.ASCII.GetString(number);
        }

        if (fields > 1 || !number.IsEmpty)
        {
            findings.Skipped(Line, number, $"{_feed} line {Line} has no site number; the row is left out.");
        }

        return null;
    }

    public void Read(ref FeedRow row, Span<Cell> cells, int fields)
    {
        row.Line = (int)Line;
        row.Name = _name < 0 ? null : known.Name(csv.GetSpan(_name)) ?? Text(_name, row.Number);
        row.Basin = _basin < 0 ? null : Basin(csv.GetSpan(_basin), row.Number);
        int unreadable = findings.UnreadableValues;
        row.IsWhole = fields == width && !HasSurplus();
        if (row.IsWhole)
        {
            ReadTime(ref row);
            ReadAmounts(row.Number, cells);
        }

        // A surplus cell and something unreadable: the row is shifted, by a comma in a name perhaps.
        unreadable = findings.UnreadableValues - unreadable;
        if (!row.IsWhole || (width == layout.WidthWithExtraField && unreadable > 0))
        {
            row.IsWhole = false;
            row.ClearObservation(MissingReason.Unreadable);
            cells.Fill(Cell.Unreadable);
            findings.UnreadableRow(row.Line, row.Number, cells.Length - unreadable, Misfit(row.Line, fields));
        }
    }

    private void ReadTime(ref FeedRow row)
    {
        if (_time < 0)
        {
            row.ClearObservation(MissingReason.NotInFeed);
            return;
        }

        ReadOnlySpan<byte> text = csv.GetSpan(_time).Trim(Blanks);
        if (clock.TryResolve(text, out DateTimeOffset instant))
        {
            row.Observe(instant);
        }
        else if (text.IsEmpty)
        {
            row.ClearObservation(MissingReason.Blank);
        }
        else
        {
            row.ClearObservation(MissingReason.Unreadable);
            findings.UnreadableValue(row.Line, row.Number, csv.Headers[layout.Time], text, "reading time");
        }
    }

    private void ReadAmounts(string number, Span<Cell> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (_values[i] < 0)
            {
                continue;
            }

            ReadOnlySpan<byte> text = csv.GetSpan(_values[i]);
            cells[i] = definition.MayBeNegative ? Cell.ReadMeasure(text) : Cell.ReadAmount(text);
            if (cells[i].IsUnreadable)
            {
                findings.UnreadableValue(Line, number, layout.Values[i].Header!, text, definition.MayBeNegative ? "number" : "amount of rain");
            }
            else if (cells[i].IsUneven)
            {
                findings.AboutRow(
                    FindingKind.UnevenValue, Line, number, layout.Values[i].Header, text,
                    $"{_feed} line {Line}, {layout.Values[i].Header}: the amount has more decimals than a gauge counts; it stays as it is.");
            }
        }
    }

    private bool HasSurplus()
    {
        if (width != layout.WidthWithExtraField)
        {
            return false;
        }

        ReadOnlySpan<byte> surplus = csv.GetSpan(layout.ExtraField).Trim(Blanks);
        return !surplus.IsEmpty && !LocalStamp.TryParse(surplus, out _);
    }

    // A basin's gauges stand together.
    private string? Basin(ReadOnlySpan<byte> text, string number)
    {
        if (!Ascii.Equals(text, _lastBasin))
        {
            _lastBasin = Text(_basin, number);
        }

        return _lastBasin;
    }

    private string? Text(int place, string number)
    {
        string text = SiteName.Clean(csv.GetString(place), out bool hidden);
        if (hidden)
        {
            findings.AboutRow(
                FindingKind.HiddenCharacters, Line, number, csv.Headers[place], default,
                $"{_feed} line {Line}: a name has characters that no reader sees; they are removed.");
        }

        return text.Length == 0 ? null : text;
    }

    private string Misfit(long line, int fields) => fields == width
        ? $"{_feed} line {line} is shifted against the header; none of its values is used."
        : $"{_feed} line {line} has {fields} fields instead of {width}; none of its values is used.";
}
