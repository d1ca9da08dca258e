namespace Lcra.Hydromet.History.Internal;

/// <summary>Daily totals by day. A negative amount is missing.</summary>
internal sealed class DailyRecord
{
    private readonly Dictionary<DateOnly, DailyRainfall> _days = [];

    public DailyRecord(IEnumerable<DailyRainfall> days)
    {
        foreach (DailyRainfall day in days)
        {
            First = day.Day < First ? day.Day : First;
            Last = day.Day > Last ? day.Day : Last;
            if (day.Inches is not null)
            {
                _days.TryAdd(day.Day, day);
            }
        }

        Days = [.. _days.Values.OrderBy(day => day.Day)];
    }

    /// <summary>Gets the days with a value, oldest first.</summary>
    public IReadOnlyList<DailyRainfall> Days { get; }

    private DateOnly First { get; } = DateOnly.MaxValue;

    private DateOnly Last { get; } = DateOnly.MinValue;

    public DailyRainfall? Find(DateOnly day) => _days.GetValueOrDefault(day) is { Inches: >= 0 } found ? found : null;

    /// <summary>Finds the amount of a whole day; null when it is missing.</summary>
    public decimal? WholeDay(DateOnly day) => Find(day) is { IsPartial: false } whole ? whole.Inches : null;

    public bool IsMissing(DateOnly day) => day > First && day < Last && Find(day) is null;
}
