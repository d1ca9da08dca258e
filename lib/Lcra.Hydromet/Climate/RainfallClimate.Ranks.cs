using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>Ranks and normals.</content>
public sealed partial class RainfallClimate
{
    private const int MeanDecimals = 4;
    private const int PercentDecimals = 1;

    /// <summary>Ranks a day, or consecutive days, among all of the record.</summary>
    /// <param name="last">The day, or the last of the days.</param>
    /// <param name="count">The number of days, 1 to 30.</param>
    /// <returns>
    /// The rank. Of windows that overlap, the wettest counts alone, and windows that share a day with the ranked one do not count, so that no
    /// rain counts twice.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of days is not from 1 to 30.</exception>
    public RainfallRank RankOfDays(DateOnly last, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxDays);
        DateOnly first = last.AddDays(1 - count);
        WindowAmount amount = _days.Sum(first, last);
        ClimateMissingReason? missing = amount.HasSuspect ? ClimateMissingReason.SuspectDay
            : !amount.IsComplete ? ClimateMissingReason.MissingDays
            : _days.Count < _options.MinYears * DaysOfYear ? ClimateMissingReason.RecordTooShort
            : amount.Inches == 0 ? ClimateMissingReason.NoRain
            : null;
        (int wetter, int tied, int windows) = missing is null ? WindowRanks.Of(_days, first, count, amount.Inches) : default;
        return new RainfallRank
        {
            First = first,
            Last = last,
            Inches = amount.IsComplete ? amount.Inches : null,
            MissingDays = amount.MissingDays,
            IsPartial = amount.IsPartial,
            Rank = missing is null ? wetter + 1 : null,
            TiedCount = tied,
            Count = windows,
            RecordFirst = FirstDay,
            RecordLast = LastDay,
            MinGaugeCount = MinGauges(first, last),
            Missing = missing,
        };
    }

    /// <summary>Ranks a month, season, year or water year, or what has passed of it, among the same dates of all years.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="last">The last day that counts. The period begins with it as the calendar says; where it is not the period's last day, the other years end on the same date.</param>
    /// <returns>The rank among the wettest and among the driest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not known.</exception>
    public RainfallRank RankOf(CalendarPeriod period, DateOnly last)
    {
        DateOnly first = CalendarSpans.Of(period, last).First;
        WindowAmount amount = _days.Sum(first, last);
        bool enough = amount.HasEnough(_options.MaxMissingPercent);
        ComparedYears others = ComparedYears.Of(_days, period, last, _options.MaxMissingPercent);
        ClimateMissingReason? missing = !enough ? amount.HasSuspect ? ClimateMissingReason.SuspectDay : ClimateMissingReason.MissingDays
            : others.Years.Count + 1 < _options.MinYears ? ClimateMissingReason.RecordTooShort
            : null;
        int wetter = others.Years.Count(year => year.Inches > amount.Inches);
        int tied = others.Years.Count(year => year.Inches == amount.Inches);
        return new RainfallRank
        {
            Period = period,
            First = first,
            Last = last,
            Inches = enough ? amount.Inches : null,
            MissingDays = amount.MissingDays,
            IsPartial = amount.IsPartial,
            Rank = missing is null ? wetter + 1 : null,
            RankFromDriest = missing is null ? others.Years.Count - wetter - tied + 1 : null,
            TiedCount = missing is null ? tied : 0,
            Count = others.Years.Count + (enough ? 1 : 0),
            RecordFirst = FirstDay,
            RecordLast = LastDay,
            YearsLeftOut = others.LeftOut,
            MinGaugeCount = MinGauges(first, last),
            Missing = missing,
        };
    }

    /// <summary>Compares a month, season, year or water year, or what has passed of it, with its normal.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="last">The last day that counts.</param>
    /// <returns>The percentage of the normal of the same dates.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The period is not known.</exception>
    public RainfallNormalComparison CompareWithNormal(CalendarPeriod period, DateOnly last)
    {
        (DateOnly first, DateOnly end) = CalendarSpans.Of(period, last);
        WindowAmount amount = _days.Sum(first, last);
        bool enough = amount.HasEnough(_options.MaxMissingPercent);
        ComparedYears others = ComparedYears.Of(_days, period, last, _options.MaxMissingPercent);
        (int from, int to) = NormalSpan(end.Year);
        decimal[] years = [.. others.Years.Where(year => year.Year >= from && year.Year <= to).Select(year => year.Inches)];
        decimal? normal = years.Length < _options.MinNormalYears ? null : years.Average();
        return new RainfallNormalComparison
        {
            Period = period,
            First = first,
            Last = last,
            Inches = enough ? amount.Inches : null,
            MissingDays = amount.MissingDays,
            IsPartial = amount.IsPartial,
            NormalInches = Rounded(normal),
            FirstYear = from,
            LastYear = to,
            YearCount = years.Length,
            YearsLeftOut = [.. others.LeftOut.Where(year => year >= from && year <= to)],
            Percent = enough && normal > 0 ? decimal.Round(amount.Inches / normal.Value * 100, PercentDecimals, MidpointRounding.AwayFromZero) : null,
            Missing = !enough ? amount.HasSuspect ? ClimateMissingReason.SuspectDay : ClimateMissingReason.MissingDays
                : normal is null ? ClimateMissingReason.RecordTooShort
                : normal == 0 ? ClimateMissingReason.ZeroNormal
                : null,
        };
    }

    /// <summary>Gets the normal of each calendar month.</summary>
    /// <returns>Twelve normals, January first; each is null with a reason when too few years have enough days.</returns>
    public IReadOnlyList<MonthlyNormal> MonthlyNormals()
    {
        (int from, int to) = NormalSpan((LastDay ?? DateOnly.MinValue).Year);
        return [.. Enumerable.Range(1, 12).Select(month => NormalOf(month, from, to))];
    }

    private static decimal? Rounded(decimal? inches) =>
        inches is { } known ? decimal.Round(known, MeanDecimals, MidpointRounding.AwayFromZero) : null;

    private (int First, int Last) NormalSpan(int year)
    {
        int last = _options.NormalLastYear ?? (year - 1);
        return (last - _options.NormalYears + 1, last);
    }

    private MonthlyNormal NormalOf(int month, int from, int to)
    {
        List<decimal> amounts = [];
        List<int> leftOut = [];
        for (int year = Math.Max(from, FirstDay?.Year ?? to + 1); year <= Math.Min(to, LastDay?.Year ?? to); year++)
        {
            DateOnly first = new(year, month, 1);
            DateOnly last = CalendarSpans.Of(CalendarPeriod.Month, first).Last;
            if (last < FirstDay || last > LastDay)
            {
                continue;
            }

            WindowAmount amount = _days.Sum(first, last);
            if (amount.HasEnough(_options.MaxMissingPercent))
            {
                amounts.Add(amount.Inches);
            }
            else
            {
                leftOut.Add(year);
            }
        }

        amounts.Sort();
        bool enough = amounts.Count >= _options.MinNormalYears;
        return new MonthlyNormal
        {
            Month = month,
            Inches = enough ? Rounded(amounts.Average()) : null,
            MedianInches = enough ? (amounts[(amounts.Count - 1) / 2] + amounts[amounts.Count / 2]) / 2 : null,
            FirstYear = from,
            LastYear = to,
            YearCount = amounts.Count,
            YearsLeftOut = leftOut,
            Missing = enough ? null : ClimateMissingReason.RecordTooShort,
        };
    }
}
