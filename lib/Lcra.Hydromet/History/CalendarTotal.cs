using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>The rain of a calendar month, a season, a year or a water year, from daily totals, with its days counted.</summary>
public sealed record CalendarTotal
{
    /// <summary>Gets which kind of period it is.</summary>
    public required CalendarPeriod Period { get; init; }

    /// <summary>Gets the first day of the period.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day of the period.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the rain of the days with an amount, in inches; null when more days are missing than are allowed, and then <see cref="Missing"/> says why.</summary>
    public decimal? Inches { get; init; }

    /// <summary>
    /// Gets why there is no amount; null when there is one. <see cref="MissingReason.NotRequested"/>: the period is only partly inside the
    /// requested days, and all of those have an amount. <see cref="MissingReason.NotInFeed"/>: requested days have no amount, or are not over.
    /// </summary>
    public MissingReason? Missing { get; init; }

    /// <summary>Gets the number of days of the whole period.</summary>
    public required int Days { get; init; }

    /// <summary>Gets the number of days without an amount: no record, a blank or negative one, a day that is not over, or a day that was not requested.</summary>
    public required int MissingDays { get; init; }

    /// <summary>Gets a value indicating whether the period is still running: it ends today or later, or a day of it was not over when it was read.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Adds up daily rain by calendar periods.</summary>
    /// <param name="days">The days.</param>
    /// <param name="period">The kind of period.</param>
    /// <param name="first">The first requested day, in Central time.</param>
    /// <param name="last">The last requested day, included.</param>
    /// <param name="allowedMissingDays">How many days of a period may be missing for it to have an amount. The amount then lacks their rain.</param>
    /// <param name="timeProvider">The clock that tells which periods are still running; null for the system's.</param>
    /// <returns>Each period with a requested day, oldest first.</returns>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="allowedMissingDays"/> is negative.</exception>
    public static IReadOnlyList<CalendarTotal> By(
        IEnumerable<DailyRainfall> days, CalendarPeriod period, DateOnly first, DateOnly last, int allowedMissingDays = 0, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegative(allowedMissingDays);
        if (last < first)
        {
            throw new ArgumentException("The last day must not be before the first.", nameof(last));
        }

        DateOnly today = CentralTime.Today(timeProvider ?? TimeProvider.System);
        DailyRecord record = new(days);
        List<CalendarTotal> totals = [];
        DateOnly start = CalendarSpans.Of(period, first).First;
        while (start <= last)
        {
            DateOnly end = CalendarSpans.Of(period, start).Last;
            CalendarTotal total = Sum(record, period, (start, end), (first, last), allowedMissingDays);
            totals.Add(total with { IsPartial = total.IsPartial || end >= today });
            if (end == DateOnly.MaxValue)
            {
                break;
            }

            start = end.AddDays(1);
        }

        return totals;
    }

    /// <summary>Formats the total on one line.</summary>
    /// <returns>Days, amount, and missing days.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}: {(Inches is null ? "no amount" : FormattableString.Invariant($"{Inches} in"))}{(MissingDays == 0 ? "" : FormattableString.Invariant($", {MissingDays} of {Days} days missing"))}{(IsPartial ? ", still running" : "")}");

    private static CalendarTotal Sum(
        DailyRecord record, CalendarPeriod period, (DateOnly First, DateOnly Last) span, (DateOnly First, DateOnly Last) requested, int allowed)
    {
        decimal inches = 0;
        int missing = 0;
        int notRequested = 0;
        bool running = false;
        for (int number = span.First.DayNumber; number <= span.Last.DayNumber; number++)
        {
            DateOnly day = DateOnly.FromDayNumber(number);
            if (day < requested.First || day > requested.Last)
            {
                notRequested++;
            }
            else if (record.WholeDay(day) is { } amount)
            {
                inches += amount;
            }
            else
            {
                missing++;
                running |= record.Find(day) is { IsPartial: true };
            }
        }

        int days = span.Last.DayNumber - span.First.DayNumber + 1;
        bool enough = missing + notRequested <= allowed && missing + notRequested < days;
        return new CalendarTotal
        {
            Period = period,
            First = span.First,
            Last = span.Last,
            Inches = enough ? inches : null,
            Missing = enough ? null : missing > 0 ? MissingReason.NotInFeed : MissingReason.NotRequested,
            Days = days,
            MissingDays = missing + notRequested,
            IsPartial = running,
        };
    }
}
