using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>The rain of a year or month so far beside the rain of the same dates a year earlier, added up from daily totals.</summary>
/// <remarks>
/// <para>Only whole days are compared: the running day is left out on both sides, so both end with yesterday's date.</para>
/// <para>29 February counts on the side that has it, and <see cref="PeriodTotal.DayCount"/> is then one more there. Where the
/// comparison ends on a 29 February, the year before ends on its 28 February.</para>
/// <para>A side that lacks a day has no total, for a sum with holes would make it look dry.</para>
/// </remarks>
public sealed record YearOverYearComparison
{
    /// <summary>Gets the days of this year.</summary>
    public required PeriodTotal Current { get; init; }

    /// <summary>Gets the same days of last year.</summary>
    public required PeriodTotal Previous { get; init; }

    /// <summary>
    /// Gets how many inches more fell this year than last, less than zero when it was less; null when a side has no total.
    /// </summary>
    public decimal? DifferenceInches => Current.Inches - Previous.Inches;

    /// <summary>Compares 1 January to yesterday with the same dates last year.</summary>
    /// <param name="days">The daily totals of both years, in any order; of several amounts for one day the first counts.</param>
    /// <param name="today">The running day in Central time.</param>
    /// <returns>The comparison; null on 1 January, when the year has no whole day yet.</returns>
    public static YearOverYearComparison? YearToDate(IEnumerable<DailyRainfall> days, DateOnly today) =>
        Compare(days, new DateOnly(today.Year, 1, 1), today);

    /// <summary>Compares the 1st of the month to yesterday with the same dates last year.</summary>
    /// <param name="days">The daily totals of both months, in any order; of several amounts for one day the first counts.</param>
    /// <param name="today">The running day in Central time.</param>
    /// <returns>The comparison; null on the 1st, when the month has no whole day yet.</returns>
    public static YearOverYearComparison? MonthToDate(IEnumerable<DailyRainfall> days, DateOnly today) =>
        Compare(days, new DateOnly(today.Year, today.Month, 1), today);

    private static YearOverYearComparison? Compare(IEnumerable<DailyRainfall> days, DateOnly first, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (first == today)
        {
            return null;
        }

        DailyRecord record = new(days);
        DateOnly yesterday = today.AddDays(-1);
        return new YearOverYearComparison
        {
            Current = Sum(record, first, yesterday),
            Previous = Sum(record, first.AddYears(-1), yesterday.AddYears(-1)),
        };
    }

    private static PeriodTotal Sum(DailyRecord record, DateOnly first, DateOnly last)
    {
        DateOnly[] all = [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        DateOnly[] missing = [.. all.Where(day => record.WholeDay(day) is null)];
        return new PeriodTotal
        {
            First = first,
            Last = last,
            Inches = missing.Length == 0 ? all.Sum(record.WholeDay) : null,
            MissingDays = missing,
        };
    }
}
