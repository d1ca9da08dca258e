using System.Globalization;
using Lcra.Hydromet;
using Microsoft.Extensions.Localization;
using RainfallSite.Language;

namespace RainfallSite.Formatting;

/// <summary>Periods and their windows in the reader's language.</summary>
internal sealed class PeriodFormatter(IStringLocalizer<PeriodText> names, IStringLocalizer<FormatterText> text, TimeFormatter times)
{
    /// <summary>Formats <c>the last 24 hours</c>.</summary>
    public string Name(RainfallPeriod period) => names[period.Key];

    /// <summary>Formats the time: <c>in the last 24 hours</c>, <c>on Thursday, October 1, 2026</c>.</summary>
    public string When(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Rolling ? text["In", Name(total.Period)]
        : IsWholeDay(total) && total.Start is not null ? text["OnDay", Span(total)]
        : IsWholeSpan(total) && total.Start is not null ? text["In", Span(total)]
        : Name(total.Period);

    /// <summary>Formats what the total is of: <c>the last 24 hours</c>, <c>Thursday, October 1, 2026</c>, <c>2025</c>.</summary>
    public string Span(RainfallTotal total) =>
        IsWholeDay(total) && total.Start is { } day ? times.Day(day)
        : total.Period == RainfallPeriod.LastYear && total.Start is { } year ? year.Year.ToString(CultureInfo.InvariantCulture)
        : total.Period == RainfallPeriod.LastMonth && total.Start is { } month ? times.Month(month)
        : Name(total.Period);

    /// <summary>Formats the window: <c>From 6:55 am Thu, Oct 1 to 6:55 am CDT Fri, Oct 2, 2026</c>.</summary>
    public string Window(RainfallTotal total) => Window(total, isYearLast: true);

    /// <summary>Formats the window for a table: with the year only where it changes.</summary>
    public string ShortWindow(RainfallTotal total) => Window(total, isYearLast: false);

    private string Window(RainfallTotal total, bool isYearLast)
    {
        bool changes = total.Start?.Year != total.End?.Year;
        return (total.Start, total.End) switch
        {
            ({ } start, { } end) when IsWholeDay(total) => end - start == TimeSpan.FromDays(1)
                ? text["WholeDay", Last(start)]
                : text["WholeDayClocksChanged", Last(start), (end - start).TotalHours.ToString("0", CultureInfo.InvariantCulture)],
            ({ } start, { } end) when IsWholeSpan(total) => text["WholeDays", First(start), Last(end.AddDays(-1))],
            ({ } start, { } end) when start.Date == end.Date => text["WithinDay", Last(end), times.Clock(start), times.Time(end)],
            ({ } start, { } end) => text["AcrossDays", First(start), start.Offset == end.Offset ? times.Clock(start) : times.Time(start), Last(end), times.Time(end)],
            _ => text["WindowUnknown"],
        };

        string First(DateTimeOffset time) => times.ShortDay(time, withYear: changes);
        string Last(DateTimeOffset time) => times.ShortDay(time, withYear: changes || isYearLast);
    }

    private static bool IsWholeDay(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Calendar && !total.IsPartial && !IsWholeSpan(total);

    private static bool IsWholeSpan(RainfallTotal total) =>
        total.Period == RainfallPeriod.LastYear || total.Period == RainfallPeriod.LastMonth;
}
