using System.Globalization;
using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>The findings of one feed: a bounded list, and counts that go on.</summary>
internal sealed class FindingList(HydrometFeed feed)
{
    private const int Max = 100;
    private const int MaxValueLength = 64;
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public int UnreadableValues { get; private set; }

    public int SkippedRows { get; private set; }

    public static string? Shorten(ReadOnlySpan<byte> text) => Shorten(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * MaxValueLength)]));

    public static string Shorten(string text) => text.Length <= MaxValueLength ? text : text[..MaxValueLength];

    public static Finding Duplicate(HydrometFeed feed, FeedRow row, bool isSame) => new()
    {
        Kind = FindingKind.DuplicateSite,
        Feed = feed,
        Line = row.Line,
        Site = new SiteId(row.Number),
        Message = $"{feed} line {row.Line} has site {row.Number} again{(isSame ? "" : " with other amounts")}; the row with a value, then the newer, then the later counts.",
    };

    /// <summary>Counts a value that is missing because the feed ends inside it; the finding is about the feed.</summary>
    public void CountCutValue() => UnreadableValues++;

    public void AboutHeader(FindingKind kind, string message, string? column = null) =>
        Add(new Finding { Kind = kind, Feed = feed, Line = 1, Column = column, Message = message });

    public void AboutFeed(FindingKind kind, string message) => Add(new Finding { Kind = kind, Feed = feed, Message = message });

    public void Skipped(long line, ReadOnlySpan<byte> value, string message)
    {
        SkippedRows++;
        if (_findings.Count < Max)
        {
            Add(new Finding { Kind = FindingKind.SkippedRow, Feed = feed, Line = line, Value = Shorten(value), Message = message });
        }
    }

    public void FutureObservation(FeedRow row)
    {
        UnreadableValues++;
        if (_findings.Count < Max)
        {
            string time = row.ObservedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
            Add(new Finding
            {
                Kind = FindingKind.FutureObservation,
                Feed = feed,
                Line = row.Line,
                Site = new SiteId(row.Number),
                Value = time,
                Message = $"{feed} line {row.Line}: the observation time {time} is in the future; it is not used.",
            });
        }
    }

    public void UnreadableRow(long line, string number, int values, string message)
    {
        UnreadableValues += values;
        if (_findings.Count < Max)
        {
            Add(new Finding { Kind = FindingKind.UnreadableRow, Feed = feed, Line = line, Site = new SiteId(number), Message = message });
        }
    }

    /// <summary>Adds a finding about a row that costs no value.</summary>
    public void AboutRow(FindingKind kind, long line, string number, string? column, ReadOnlySpan<byte> value, string message)
    {
        if (_findings.Count < Max)
        {
            Add(new Finding { Kind = kind, Feed = feed, Line = line, Site = new SiteId(number), Column = column, Value = Shorten(value), Message = message });
        }
    }

    public void UnreadableValue(long line, string number, string column, ReadOnlySpan<byte> value, string expected)
    {
        UnreadableValues++;
        if (_findings.Count < Max)
        {
            string? found = Shorten(value);
            Add(new Finding
            {
                Kind = FindingKind.UnreadableValue,
                Feed = feed,
                Line = line,
                Site = new SiteId(number),
                Column = column,
                Value = found,
                Message = $"{feed} line {line}, {column}: '{found}' is not a valid {expected}; the value is missing.",
            });
        }
    }

    private void Add(Finding finding)
    {
        if (_findings.Count < Max)
        {
            _findings.Add(finding);
        }
    }
}
