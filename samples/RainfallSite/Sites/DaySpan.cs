using System.Globalization;

namespace RainfallSite.Sites;

/// <summary>The days that a visitor wants to see: <c>?from=2026-07-05&amp;to=2026-10-02</c>, <c>&amp;bars=15</c> for quarters of an hour.</summary>
internal sealed record DaySpan(DateOnly First, DateOnly Last, bool IsFine, SpanProblem Problem)
{
    public const int MaxDays = 366;
    public const int MaxDetailedDays = 7;
    public const int MaxCountedDays = 31;
    private const int DefaultDays = 90;
    private const int DefaultCountedDays = 14;
    private const string Format = "yyyy-MM-dd";

    public int DayCount => Last.DayNumber - First.DayNumber + 1;

    public static string ToInput(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Parses a span; without one, the days up to today.</summary>
    /// <param name="query">The address's query.</param>
    /// <param name="today">The current day in Central time.</param>
    /// <param name="hasDays">Whether there are daily totals; otherwise days are computed from accumulated rainfall, and fewer are shown.</param>
    public static DaySpan Read(IQueryCollection query, DateOnly today, bool hasDays)
    {
        bool fine = string.Equals(query["bars"], "15", StringComparison.Ordinal);
        DateOnly last = today;
        bool readable = Read(query["to"], ref last);
        DateOnly first = last.AddDays(1 - (fine ? MaxDetailedDays : hasDays ? DefaultDays : DefaultCountedDays));
        readable &= Read(query["from"], ref first);
        DaySpan span = new(first, last, fine, SpanProblem.None);
        return span with
        {
            Problem = !readable ? SpanProblem.Unreadable
                : first > last ? SpanProblem.Backwards
                : span.DayCount > span.MaxFor(hasDays) ? SpanProblem.TooLong
                : first > today ? SpanProblem.InTheFuture
                : SpanProblem.None,
            Last = last > today && first <= today ? today : last,
        };
    }

    public int MaxFor(bool hasDays) => IsFine ? MaxDetailedDays : hasDays ? MaxDays : MaxCountedDays;

    private static bool Read(string? text, ref DateOnly day)
    {
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        bool readable = DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly parsed)
            && parsed.Year is > 1900 and < 9999;
        day = readable ? parsed : day;
        return readable;
    }
}
