namespace Lcra.Hydromet.History.Internal;

/// <summary>Finds the first and the last day of calendar periods.</summary>
internal static class CalendarSpans
{
    private const int MonthsOfYear = 12;
    private const int MonthsOfSeason = 3;
    private const int WaterYearMonth = 10;

    /// <summary>Finds the period that a day is in, cut at the ends of the calendar.</summary>
    public static (DateOnly First, DateOnly Last) Of(CalendarPeriod period, DateOnly day)
    {
        (int month, int length) = period switch
        {
            CalendarPeriod.Month => (day.Month, 1),
            CalendarPeriod.Season => (SeasonMonth(day), MonthsOfSeason),
            CalendarPeriod.Year => (1, MonthsOfYear),
            CalendarPeriod.WaterYear => (WaterYearMonth, MonthsOfYear),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period, "The period is not known."),
        };
        int year = month > day.Month ? day.Year - 1 : day.Year;
        (int lastYear, int lastMonth) = Math.DivRem((year * MonthsOfYear) + month + length - 2, MonthsOfYear);
        return (
            year < DateOnly.MinValue.Year ? DateOnly.MinValue : new DateOnly(year, month, 1),
            lastYear > DateOnly.MaxValue.Year ? DateOnly.MaxValue : new DateOnly(lastYear, lastMonth + 1, DateTime.DaysInMonth(lastYear, lastMonth + 1)));
    }

    private static int SeasonMonth(DateOnly day) => (day.Month % MonthsOfYear / MonthsOfSeason * MonthsOfSeason) is var month && month == 0 ? MonthsOfYear : month;
}
