using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>The whole days of a record with running sums, so that any window costs two look-ups.</summary>
internal sealed class ClimateDays
{
    private const int MinYear = 1800;
    private const int MaxYear = 2999;

    private readonly decimal[] _inches;
    private readonly int[] _counts;
    private readonly HashSet<DateOnly> _suspects;
    private readonly Dictionary<DateOnly, decimal> _partials = [];

    public ClimateDays(DailyRecord record, IEnumerable<DateOnly> suspects)
    {
        _suspects = [.. suspects];
        DailyRainfall[] days = [.. record.Days.Where(day => day.Inches >= 0 && !_suspects.Contains(day.Day))];
        if (Array.Find(days, day => day.Day.Year is < MinYear or > MaxYear) is { } absurd)
        {
            throw new ArgumentException(FormattableString.Invariant($"The day {absurd.Day:yyyy-MM-dd} is not from {MinYear} to {MaxYear}."), nameof(record));
        }

        DailyRainfall[] whole = [.. days.Where(day => !day.IsPartial)];
        foreach (DailyRainfall partial in days.Where(day => day.IsPartial))
        {
            _partials[partial.Day] = partial.Inches!.Value;
        }

        Count = whole.Length;
        First = Count == 0 ? null : whole[0].Day;
        Last = Count == 0 ? null : whole[^1].Day;
        int length = Count == 0 ? 0 : whole[^1].Day.DayNumber - whole[0].Day.DayNumber + 1;
        _inches = new decimal[length + 1];
        _counts = new int[length + 1];
        foreach (DailyRainfall day in whole)
        {
            int index = IndexOf(day.Day) + 1;
            (_inches[index], _counts[index]) = (day.Inches!.Value, 1);
        }

        for (int i = 1; i <= length; i++)
        {
            _inches[i] += _inches[i - 1];
            _counts[i] += _counts[i - 1];
        }
    }

    /// <summary>Gets the first whole day with an amount; null without one.</summary>
    public DateOnly? First { get; }

    /// <summary>Gets the last whole day with an amount; null without one.</summary>
    public DateOnly? Last { get; }

    /// <summary>Gets the number of whole days with an amount.</summary>
    public int Count { get; }

    /// <summary>Gets the number of days from the first to the last.</summary>
    public int Length => _counts.Length - 1;

    /// <summary>Gets the days that were not over, by day.</summary>
    public IReadOnlyDictionary<DateOnly, decimal> Partials => _partials;

    public DateOnly DayAt(int index) => First!.Value.AddDays(index);

    public int IndexOf(DateOnly day) => day.DayNumber - First!.Value.DayNumber;

    /// <summary>Finds the rain of the days that begin at an index; null when one of them is missing.</summary>
    public decimal? Complete(int index, int days) =>
        _counts[index + days] - _counts[index] == days ? _inches[index + days] - _inches[index] : null;

    /// <summary>Adds up a window. A day that is not over counts with its amount so far.</summary>
    public WindowAmount Sum(DateOnly first, DateOnly last)
    {
        int days = last.DayNumber - first.DayNumber + 1;
        decimal inches = 0;
        int known = 0;
        if (Count > 0)
        {
            int from = Math.Clamp(IndexOf(first), 0, Length);
            int to = Math.Clamp(IndexOf(last) + 1, from, Length);
            (inches, known) = (_inches[to] - _inches[from], _counts[to] - _counts[from]);
        }

        bool isPartial = false;
        foreach ((DateOnly day, decimal amount) in _partials)
        {
            if (day >= first && day <= last)
            {
                (inches, known, isPartial) = (inches + amount, known + 1, true);
            }
        }

        return new WindowAmount(inches, days, days - known, _suspects.Any(day => day >= first && day <= last), isPartial);
    }
}
