using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>Compares the year-to-date or month-to-date rain with the same dates a year earlier, from daily totals.</summary>
/// <remarks>
/// <para>Only whole days are compared: the partial day is omitted on both sides, so both end with yesterday's date.</para>
/// <para>February 29 counts on the side that has it, and <see cref="PeriodTotal.DayCount"/> is then one more there. Where the
/// comparison ends on February 29, the year before ends on February 28.</para>
/// <para>A side with a missing day has no total, because a sum with gaps would look too dry.</para>
/// </remarks>
public sealed record YearOverYearComparison
{
    /// <summary>Gets the days of this year.</summary>
    public required PeriodTotal Current { get; init; }

    /// <summary>Gets the same days of last year.</summary>
    public required PeriodTotal Previous { get; init; }

    /// <summary>
    /// Gets this year's total minus last year's in inches; null when a side has no total.
    /// </summary>
    public decimal? DifferenceInches => Current.Inches - Previous.Inches;

    /// <summary>Compares January 1 to yesterday with the same dates last year.</summary>
    /// <param name="days">The daily totals of both years, in any order; of several amounts for one day the first is used.</param>
    /// <param name="today">The current day in Central time.</param>
    /// <returns>The comparison; null on January 1, when the year has no whole day yet.</returns>
    public static YearOverYearComparison? YearToDate(IEnumerable<DailyRainfall> days, DateOnly today) =>
        Compare(days, new DateOnly(today.Year, 1, 1), today);

    /// <summary>Compares the 1st of the month to yesterday with the same dates last year.</summary>
    /// <param name="days">The daily totals of both months, in any order; of several amounts for one day the first is used.</param>
    /// <param name="today">The current day in Central time.</param>
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

    /// <summary>Writes both sides on one line.</summary>
    /// <returns>Both totals and their difference.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Current}; before: {Previous}; difference {DifferenceInches} in");
}
