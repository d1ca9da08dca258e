using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>Records and dry spells.</content>
public sealed partial class RainfallClimate
{
    private static readonly CalendarPeriod[] Periods = [CalendarPeriod.Month, CalendarPeriod.Season, CalendarPeriod.Year, CalendarPeriod.WaterYear];

    private static readonly int[] Windows = [1, 2, 3, 5, 7, 10, 30];

    /// <summary>Gets the records: the wettest day and 2, 3, 5, 7, 10 and 30 consecutive days, the wettest and the driest month, season, year and water year.</summary>
    /// <returns>The records, in that order. Each is null with a reason when the record is too short.</returns>
    public IReadOnlyList<RainfallExtreme> Extremes() =>
        [.. Windows.Select(WettestDays), .. Periods.Select(period => ExtremeOf(period, isDriest: false)), .. Periods.Select(period => ExtremeOf(period, isDriest: true))];

    /// <summary>Gets the wettest consecutive days.</summary>
    /// <param name="count">The number of days, 1 to 30.</param>
    /// <returns>The record; null with a reason when the record is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not from 1 to 30.</exception>
    public RainfallExtreme WettestDays(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxDays);
        (decimal? inches, List<DateOnly> starts, int windows) = WindowRanks.Wettest(_days, count);
        bool enough = _days.Count >= _options.MinYears * DaysOfYear && inches is not null;
        return new RainfallExtreme
        {
            Days = count,
            Inches = enough ? inches : null,
            Starts = enough ? starts : [],
            Count = windows,
            Missing = enough ? null : ClimateMissingReason.RecordTooShort,
        };
    }

    /// <summary>Gets the wettest calendar period among those with enough days, or the driest among those without a missing day.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="isDriest">Whether to get the driest.</param>
    /// <returns>The record; null with a reason when the record is too short.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not known.</exception>
    public RainfallExtreme ExtremeOf(CalendarPeriod period, bool isDriest)
    {
        List<(DateOnly First, decimal Inches)> compared = [];
        int leftOut = 0;
        for ((DateOnly First, DateOnly Last)? span = FirstDay is { } day ? CalendarSpans.Of(period, day) : null;
            span is { } at && at.Last <= LastDay;
            span = CalendarSpans.Of(period, at.Last.AddDays(1)))
        {
            WindowAmount amount = _days.Sum(at.First, at.Last);
            if (isDriest ? amount.IsComplete : amount.HasEnough(_options.MaxMissingPercent))
            {
                compared.Add((at.First, amount.Inches));
            }
            else
            {
                leftOut++;
            }
        }

        bool enough = compared.Count >= _options.MinYears * PerYear(period);
        decimal? inches = !enough ? null : isDriest ? compared.Min(one => one.Inches) : compared.Max(one => one.Inches);
        return new RainfallExtreme
        {
            IsDriest = isDriest,
            Period = period,
            Inches = inches,
            Starts = [.. compared.Where(one => one.Inches == inches).Select(one => one.First)],
            Count = compared.Count,
            LeftOutCount = leftOut,
            Missing = enough ? null : ClimateMissingReason.RecordTooShort,
        };
    }

    /// <summary>Gets the longest spell of days with 0.00 in. Days with an unknown amount end a spell, and one beside them is a lower bound.</summary>
    /// <returns>The spell, the oldest of those with as many days; null when the record has no dry day.</returns>
    public DrySpell? LongestDrySpell()
    {
        DrySpell? longest = null;
        for (int index = 0; index < _days.Length; index++)
        {
            int start = index;
            while (index < _days.Length && _days.Complete(index, 1) == 0)
            {
                index++;
            }

            if (index - start > (longest?.DayCount ?? 0))
            {
                longest = new DrySpell
                {
                    First = _days.DayAt(start),
                    Last = _days.DayAt(index - 1),
                    IsLowerBound = start == 0 || _days.Complete(start - 1, 1) is null || index == _days.Length || _days.Complete(index, 1) is null,
                };
            }
        }

        return longest;
    }

    private static int PerYear(CalendarPeriod period) => period switch
    {
        CalendarPeriod.Month => 12,
        CalendarPeriod.Season => 4,
        _ => 1,
    };
}
