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

    /// <summary>Formats the time: <c>in the last 24 hours</c>, <c>on Thursday 1 October 2026</c>.</summary>
    public string When(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Rolling ? text["In", Name(total.Period)]
        : IsWholeDay(total) && total.Start is { } day ? text["OnDay", times.Day(day)]
        : total.Period == RainfallPeriod.LastYear && total.Start is { } year ? text["In", year.Year.ToString(CultureInfo.InvariantCulture)]
        : total.Period == RainfallPeriod.LastMonth && total.Start is { } month ? text["In", times.Month(month)]
        : Name(total.Period);

    /// <summary>Formats the window with full dates: <c>Friday 2 October 2026, midnight to 6:55 am CDT</c>.</summary>
    public string Window(RainfallTotal total) => Window(total, times.Day);

    /// <summary>Formats the window briefly, for a table: with the year only where it changes.</summary>
    public string ShortWindow(RainfallTotal total) => Window(total, time => times.ShortDay(time, withYear: total.Start?.Year != total.End?.Year));

    private string Window(RainfallTotal total, Func<DateTimeOffset, string> day) => (total.Start, total.End) switch
    {
        ({ } start, { } end) when IsWholeDay(total) => end - start == TimeSpan.FromDays(1)
            ? text["WholeDay", day(start)]
            : text["WholeDayClocksChanged", day(start), (end - start).TotalHours.ToString("0", CultureInfo.InvariantCulture)],
        ({ } start, { } end) when IsWholeSpan(total) => text["WholeDays", day(start), day(end.AddDays(-1))],
        ({ } start, { } end) when start.Date == end.Date => text["WithinDay", day(end), times.Clock(start), times.Time(end)],
        ({ } start, { } end) => text["AcrossDays", day(start), start.Offset == end.Offset ? times.Clock(start) : times.Time(start), day(end), times.Time(end)],
        _ => text["WindowUnknown"],
    };

    private static bool IsWholeDay(RainfallTotal total) =>
        total.Period.Kind == RainfallPeriodKind.Calendar && !total.IsPartial && !IsWholeSpan(total);

    private static bool IsWholeSpan(RainfallTotal total) =>
        total.Period == RainfallPeriod.LastYear || total.Period == RainfallPeriod.LastMonth;
}
