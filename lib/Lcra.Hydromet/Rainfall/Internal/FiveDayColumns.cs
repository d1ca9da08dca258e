using System.Globalization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Rain5Day.csv: the names of its dated columns change every day.</summary>
internal static class FiveDayColumns
{
    /// <summary>The index of Last24 among the values; no period uses it, it is only compared.</summary>
    public const int Last24Slot = 6;

    private const int DatedDays = 4;
    private const string SincePrefix = "since_";
    private static readonly string[] DateFormats = ["MM/dd/yyyy", "M/d/yyyy", "yyyy-MM-dd"];

    public static FeedLayout Bind(FeedHeader header)
    {
        int site = header.Claim("Site", "site");
        int name = header.ClaimOptional("Location", "location");
        int basin = header.ClaimOptional("Basin", "basin");
        int today = header.Claim("Today", "today");
        int last24 = header.TryClaim("last24", "last_24");
        Dictionary<DateOnly, int> dated = ClaimDays(header);
        (int since, DateOnly sinceDay) = ClaimSince(header);
        IEnumerable<int> newestFirst = dated.OrderByDescending(column => column.Key).Select(column => column.Value);
        return new FeedLayout
        {
            Site = site,
            Name = name,
            Basin = basin,
            Values =
            [
                Today(header, today, dated),
                .. DaysAgo(header, dated),
                header.Value(since),
                header.Value(last24),
            ],
            HeaderWidth = header.Fields.Count,
            Label = header.Close([site, name, basin, today, .. newestFirst, since]),
            Since = sinceDay,
        };
    }

    private static Dictionary<DateOnly, int> ClaimDays(FeedHeader header)
    {
        Dictionary<DateOnly, int> dated = [];
        for (int i = 0; i < header.Names.Count; i++)
        {
            if (TryReadDay(header.Names[i], out DateOnly day) && dated.TryAdd(day, i))
            {
                header.ClaimAt(i);
            }
        }

        return dated.Count >= DatedDays ? dated : throw header.Missing($"MM/dd/yyyy ({DatedDays} dated columns)");
    }

    private static (int Index, DateOnly Day) ClaimSince(FeedHeader header)
    {
        for (int i = 0; i < header.Names.Count; i++)
        {
            if (header.Names[i].StartsWith(SincePrefix, StringComparison.Ordinal)
                && TryReadDay(header.Names[i].AsSpan(SincePrefix.Length), out DateOnly day))
            {
                header.ClaimAt(i);
                return (i, day);
            }
        }

        throw header.Missing("Since MM/dd/yyyy");
    }

    // Just after midnight the header can still have yesterday's dates: then Today is yesterday's rain.
    private static ValueColumn Today(FeedHeader header, int index, Dictionary<DateOnly, int> dated)
    {
        ValueColumn today = header.Value(index);
        if (ReportDay(header) is not { } day || dated.Keys.Max() == day.AddDays(-1))
        {
            return today;
        }

        header.Findings.AboutHeader(
            FindingKind.HeaderDatesDiffer,
            string.Create(CultureInfo.InvariantCulture, $"The report is of {day:yyyy-MM-dd} but the newest whole day is {dated.Keys.Max():yyyy-MM-dd}; Today is of another day."));
        return today with { Withheld = MissingReason.Stale };
    }

    private static IEnumerable<ValueColumn> DaysAgo(FeedHeader header, Dictionary<DateOnly, int> dated) =>
        from ago in Enumerable.Range(1, DatedDays)
        select ReportDay(header) is { } day && dated.TryGetValue(day.AddDays(-ago), out int index)
            ? header.Value(index)
            : ValueColumn.None;

    private static DateOnly? ReportDay(FeedHeader header) =>
        header.ReportStamp is { } stamp ? DateOnly.FromDateTime(stamp) : null;

    private static bool TryReadDay(ReadOnlySpan<char> name, out DateOnly day) =>
        DateOnly.TryParseExact(name, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is > 1900 and < 9000;
}
