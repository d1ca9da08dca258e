using System.Text;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A feed's header: finds columns by name and reports the rest as findings.</summary>
internal sealed class FeedHeader
{
    private const string ReportDate = "Report Date:";
    private readonly HydrometFeed _feed;
    private readonly string[] _names;
    private readonly bool[] _claimed;

    public FeedHeader(HydrometFeed feed, IReadOnlyList<string> fields, FindingList findings)
    {
        _feed = feed;
        Findings = findings;
        Fields = fields;
        _claimed = new bool[fields.Count];
        _names = new string[fields.Count];
        StampIndex = -1;
        for (int i = 0; i < fields.Count; i++)
        {
            int at = fields[i].IndexOf(ReportDate, StringComparison.OrdinalIgnoreCase);
            _names[i] = ColumnName.Normalize(at < 0 ? fields[i] : fields[i][..at]);
            if (at >= 0)
            {
                StampIndex = i;
                ReportStamp = ReadStamp(fields[i].AsSpan(at + ReportDate.Length));
            }
        }
    }

    public FindingList Findings { get; }

    /// <summary>Gets the fields as the feed spells them.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Gets the normalized names without the report date.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets the index of the field with the report date; -1 without one.</summary>
    public int StampIndex { get; }

    public DateTime? ReportStamp { get; }

    public int Claim(string expected, params ReadOnlySpan<string> names)
    {
        int index = TryClaim(names);
        return index >= 0 ? index : throw Missing(expected);
    }

    public int TryClaim(params ReadOnlySpan<string> names)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (!_claimed[i] && IsAmong(names, _names[i]))
            {
                _claimed[i] = true;
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds an optional column; its absence is a finding.</summary>
    public int ClaimOptional(string expected, params ReadOnlySpan<string> names)
    {
        int index = TryClaim(names);
        if (index < 0)
        {
            Findings.AboutHeader(FindingKind.MissingColumn, $"{_feed} has no column '{expected}'.", expected);
        }

        return index;
    }

    public void ClaimAt(int index) => _claimed[index] = true;

    public ValueColumn Value(int index) => index < 0 ? ValueColumn.None : new ValueColumn(index, Fields[index], null);

    public HydrometFormatException Missing(string expected)
    {
        string found = FindingList.Shorten(string.Join(',', Fields));
        return new HydrometFormatException(
            $"{_feed} has no column '{expected}'. Its header begins '{found}'. LCRA may have changed the feed: look for a newer version of this library.")
        {
            Feed = _feed,
            Line = 1,
            Column = expected,
            Value = found,
        };
    }

    public HydrometFormatException NoReportTime() =>
        new($"{_feed} has no report time: no header field ends in '{ReportDate} yyyy-MM-dd HH:mm'.")
        {
            Feed = _feed,
            Line = 1,
            Column = ReportDate,
            Value = FindingList.Shorten(string.Join(',', Fields)),
        };

    /// <summary>
    /// Completes the header after a feed has claimed its columns. The other columns become findings,
    /// except for the label with the report date, which has no values.
    /// </summary>
    /// <param name="usualOrder">The indexes of the claimed columns in LCRA's usual order; -1 for an absent one.</param>
    /// <returns>The index of that label; -1 without one.</returns>
    public int Close(params ReadOnlySpan<int> usualOrder)
    {
        int label = -1;
        for (int i = 0; i < _names.Length; i++)
        {
            if (_claimed[i])
            {
                continue;
            }

            if (i == StampIndex || (StampIndex < 0 && i == _names.Length - 1))
            {
                label = i;
            }
            else
            {
                NoteLeftOver(i);
            }
        }

        int furthest = -1;
        foreach (int place in usualOrder)
        {
            if (place >= 0 && place < furthest)
            {
                string column = FindingList.Shorten(Fields[place]);
                Findings.AboutHeader(FindingKind.MovedColumn, $"The column '{column}' of {_feed} has moved; the columns were read by name.", column);
                break;
            }

            furthest = Math.Max(furthest, place);
        }

        return label;
    }

    private static DateTime? ReadStamp(ReadOnlySpan<char> text)
    {
        Span<byte> ascii = stackalloc byte[32];
        text = text.Trim();
        return text.Length <= 32 && Encoding.ASCII.TryGetBytes(text, ascii, out int length)
            && LocalStamp.TryParse(ascii[..length], out DateTime local)
            ? local
            : null;
    }

    private void NoteLeftOver(int index)
    {
        string column = FindingList.Shorten(Fields[index]);
        if (Array.IndexOf(_names, _names[index]) < index)
        {
            Findings.AboutHeader(FindingKind.DuplicateColumn, $"{_feed} has the column '{column}' twice; the first one is used.", column);
        }
        else
        {
            Findings.AboutHeader(FindingKind.UnexpectedColumn, $"{_feed} has a column '{column}' that this library does not recognize.", column);
        }
    }

    private static bool IsAmong(ReadOnlySpan<string> names, string name)
    {
        foreach (string known in names)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
