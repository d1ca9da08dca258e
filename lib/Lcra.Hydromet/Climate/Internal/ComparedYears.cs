using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>The same period, or the same part of it, in every other year of a record.</summary>
internal sealed class ComparedYears
{
    private ComparedYears(IReadOnlyList<ComparedYear> years, IReadOnlyList<int> leftOut)
    {
        Years = years;
        LeftOut = leftOut;
    }

    /// <summary>Gets the years with enough days, oldest first.</summary>
    public IReadOnlyList<ComparedYear> Years { get; }

    /// <summary>Gets the years with too many missing days, oldest first.</summary>
    public IReadOnlyList<int> LeftOut { get; }

    /// <summary>Compares with each other year in which the record has a day of the window and lasts until its end.</summary>
    public static ComparedYears Of(ClimateDays days, CalendarPeriod period, DateOnly last, int maxMissingPercent)
    {
        if (days is not { First: { } recordFirst, Last: { } recordLast })
        {
            return new ComparedYears([], []);
        }

        (DateOnly first, DateOnly end) = CalendarSpans.Of(period, last);
        List<ComparedYear> years = [];
        List<int> leftOut = [];
        for (int year = recordFirst.Year - 1; year <= recordLast.Year; year++)
        {
            DateOnly from = first.AddYears(year - first.Year);
            DateOnly to = last == end ? CalendarSpans.Of(period, from).Last : last.AddYears(year - first.Year);
            if (year == first.Year || to < recordFirst || to > recordLast)
            {
                continue;
            }

            int name = CalendarSpans.Of(period, from).Last.Year;
            WindowAmount amount = days.Sum(from, to);
            if (amount.HasEnough(maxMissingPercent))
            {
                years.Add(new ComparedYear(name, amount.Inches));
            }
            else
            {
                leftOut.Add(name);
            }
        }

        return new ComparedYears(years, leftOut);
    }
}
