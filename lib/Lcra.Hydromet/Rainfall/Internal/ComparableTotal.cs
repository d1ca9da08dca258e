namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A total as the rules compare it: its amount and the edges of its window, to the minute, because the CSV feeds have no seconds.</summary>
internal readonly struct ComparableTotal
{
    private const long ApproximateStartTicks = TimeSpan.TicksPerHour;

    private ComparableTotal(int index, in PeriodAmount amount, in TimeWindow window, DateTimeOffset reported)
    {
        Index = index;
        Inches = amount.Inches!.Value;
        Window = window;
        IsRolling = amount.Period.Kind == RainfallPeriodKind.Rolling;
        HasExactStart = !amount.Period.HasApproximateStart;
        Start = Minute(window.Start);
        End = Minute(window.End);
        MeasuredEnd = amount.ObservedAt is { } observed ? Math.Min(End, Minute(observed)) : End;
        ReportDay = CentralTime.DayOf(reported);
    }

    /// <summary>Gets the place of the period in <see cref="RainfallPeriod.All"/>.</summary>
    public int Index { get; }

    public decimal Inches { get; }

    public TimeWindow Window { get; }

    public bool IsRolling { get; }

    public bool HasExactStart { get; }

    public long Start { get; }

    public long End { get; }

    /// <summary>Gets the end of what was measured: the end of the window, or the observation before it.</summary>
    public long MeasuredEnd { get; }

    /// <summary>Gets the earliest time at which the window can begin.</summary>
    public long EarliestStart => HasExactStart ? Start : Start - ApproximateStartTicks;

    private long LatestStart => HasExactStart ? Start : Start + ApproximateStartTicks;

    private DateOnly ReportDay { get; }

    public static bool TryCreate(int index, in PeriodAmount amount, out ComparableTotal total)
    {
        bool isComparable = amount is { Inches: not null, Window: not null, ReportedAt: not null };
        total = isComparable ? new ComparableTotal(index, amount, amount.Window!.Value, amount.ReportedAt!.Value) : default;
        return isComparable;
    }

    /// <summary>Tells whether a window was wholly inside this one, wherever an approximate start is; feeds of different days are not compared.</summary>
    public bool Contains(in ComparableTotal inner) =>
        inner.EarliestStart >= LatestStart && inner.End <= End && inner.MeasuredEnd <= MeasuredEnd && inner.ReportDay == ReportDay;

    /// <summary>Tells whether two windows are one and were measured alike.</summary>
    public bool IsSameAs(in ComparableTotal other) =>
        HasSameWindow(other) && MeasuredEnd == other.MeasuredEnd && ReportDay == other.ReportDay;

    public bool HasSameWindow(in ComparableTotal other) =>
        Start == other.Start && End == other.End && HasExactStart && other.HasExactStart;

    private static long Minute(DateTimeOffset time) => time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMinute);
}
