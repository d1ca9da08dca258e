using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The rain of a year added up day by day. Days without a total add nothing, so from the first of them on the sum is a lower bound.</summary>
internal sealed class YearLine
{
    private readonly decimal[] _sums;
    private readonly int[] _missing;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="year">The year.</param>
    /// <param name="last">The last day that counts.</param>
    /// <param name="known">The totals of whole days that are not suspect.</param>
    public YearLine(int year, DateOnly last, IReadOnlyDictionary<DateOnly, decimal> known)
    {
        Year = year;
        DateOnly first = new(year, 1, 1);
        _sums = new decimal[last.DayNumber - first.DayNumber + 1];
        _missing = new int[_sums.Length];
        (decimal sum, int missing) = (0, 0);
        for (int i = 0; i < _sums.Length; i++)
        {
            bool isKnown = known.TryGetValue(first.AddDays(i), out decimal inches);
            (_sums[i], _missing[i]) = (sum += inches, missing += isKnown ? 0 : 1);
        }
    }

    public int Year { get; }

    /// <summary>Gets the number of days.</summary>
    public int DayCount => _sums.Length;

    /// <summary>Gets the sum of all days.</summary>
    public decimal Inches => _sums[^1];

    /// <summary>Gets the number of days without a total.</summary>
    public int MissingDays => _missing[^1];

    /// <summary>Gets the number of days before the first one without a total.</summary>
    public int CompleteDays => Array.FindIndex(_missing, missing => missing > 0) is >= 0 and var index ? index : DayCount;

    /// <summary>Gets the sum of the first days.</summary>
    public decimal InchesOf(int days) => days == 0 ? 0 : _sums[days - 1];

    /// <summary>Gets the sum up to the same date of the year as another day's, and the number of days that it lacks.</summary>
    public (decimal Inches, int MissingDays) Through(DateOnly date)
    {
        int day = new DateOnly(Year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(Year, date.Month))).DayOfYear;
        return (_sums[Math.Min(day, DayCount) - 1], _missing[Math.Min(day, DayCount) - 1]);
    }
}
