using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// The rain of one gauge over time, made from the readings of its counter or from daily totals. It tells how much rain was counted
/// between any two instants, and how much of that time it knows. It never changes, so threads can share it.
/// </summary>
/// <remarks>
/// <para>Only rises of the count are rain. A count that comes back to the level that it left had a glitch, and the readings between are
/// left out; a count that falls and goes on from there was reset. Where both fit, the smaller amount counts and
/// <see cref="SeriesTotal.UncertaintyInches"/> is the difference. What falls while a gauge is reset is not known, so that time is not
/// covered. See <see cref="SeriesFlagKind"/>.</para>
/// <para>Rain is credited at the reading that shows it. Over a gap it is real, but when it fell is not known: a window that ends
/// inside a gap has none of the gap's rain, a window that begins there has all of it, and
/// <see cref="SeriesTotal.BoundaryGapInches"/> says how much that is. So windows side by side always add up.</para>
/// <para>A series takes eight bytes a reading. Times have whole seconds (fractions are dropped), amounts 1/10000 inch.</para>
/// </remarks>
public sealed partial class RainfallSeries
{
    // Days are 23 to 25 hours long.
    private static readonly TimeSpan ClockChange = TimeSpan.FromHours(1);

    private static readonly TimeSpan ReadingTolerance = TimeSpan.FromMinutes(1);

    private readonly SeriesPoints _points;
    private readonly SeriesGaps _gaps;
    private readonly SeriesUncertainty _uncertainty;
    private readonly SeriesFlag[] _flags;

    internal RainfallSeries(SeriesPoints points, SeriesGaps gaps, SeriesUncertainty uncertainty, SeriesFlag[] flags, bool daily)
    {
        _points = points;
        _gaps = gaps;
        _uncertainty = uncertainty;
        _flags = flags;
        IsDaily = daily;
        Flags = flags.AsReadOnly();
    }

    internal SeriesPoints Points => _points;

    internal SeriesGaps Gaps => _gaps;

    /// <summary>Gets a value indicating whether the series is made of daily totals, so that only whole local days can be asked for.</summary>
    public bool IsDaily { get; }

    /// <summary>Gets the first reading, or the beginning of the first day, in Central time; null when there is none.</summary>
    public DateTimeOffset? Start => _points.Count == 0 ? null : _points.TimeOf(0);

    /// <summary>Gets the last reading, or the end of the last day, in Central time; null when there is none.</summary>
    public DateTimeOffset? End => _points.Count == 0 ? null : _points.TimeOf(_points.Count - 1);

    /// <summary>Gets everything that is flagged, oldest first.</summary>
    public IReadOnlyList<SeriesFlag> Flags { get; }

    /// <summary>
    /// Tells how much rain was counted in a window: the difference of the counter as it stood at the end and at the start,
    /// each by the last reading at or before it.
    /// </summary>
    /// <param name="start">The beginning of the window.</param>
    /// <param name="end">The end of the window.</param>
    /// <returns>The total. Totals of windows side by side add up to the total of the whole.</returns>
    /// <exception cref="ArgumentException">
    /// The window does not end after it starts; or the series is made of daily totals and an edge is not a midnight in Central time.
    /// </exception>
    public SeriesTotal Total(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
        {
            throw new ArgumentException("A window ends after it starts.", nameof(end));
        }

        if (IsDaily)
        {
            RequireMidnight(start, nameof(start));
            RequireMidnight(end, nameof(end));
        }

        start = CentralTime.At(start);
        end = CentralTime.At(end);
        int depth = _points.DepthAt(end) - _points.DepthAt(start);
        long covered = _gaps.CoveredTicks(start, end);
        SeriesFlag[] flags = _flags[FirstFlagIn(start)..FirstFlagIn(end)];
        bool missing = covered == 0 && depth == 0 && !Array.Exists(flags, flag => flag.Kind == SeriesFlagKind.PartialDay);
        return new SeriesTotal
        {
            Start = start,
            End = end,
            Inches = missing ? null : FixedInches.ToInches(depth),
            Missing = missing ? MissingReason.NotInFeed : null,
            Coverage = (decimal)covered / (end - start).Ticks,
            BoundaryGapInches = FixedInches.ToInches(_gaps.CutDepth(start, end)),
            UncertaintyInches = FixedInches.ToInches(_uncertainty.Within(start, end)),
            Gaps = _gaps.Within(start, end),
            Flags = flags,
        };
    }

    /// <summary>Tells how much rain was counted on local days, which have 23 or 25 hours when the clocks change.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which is part of the window.</param>
    /// <returns>The total from midnight to midnight in Central time.</returns>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public SeriesTotal TotalOfDays(DateOnly first, DateOnly last) =>
        Total(CentralTime.StartOfDay(first), CentralTime.StartOfDay(last.AddDays(1)));

    /// <summary>Finds the most rain that was counted between two readings no farther apart than a duration.</summary>
    /// <param name="duration">
    /// The duration. A window that is up to 60 seconds longer counts as that long, because gauges are not read to the second;
    /// <see cref="SeriesTotal.Start"/> and <see cref="SeriesTotal.End"/> are its true edges. For daily totals a number of whole days, each as long as it was.
    /// </param>
    /// <returns>
    /// The total of the window; the first one when several have as much rain. At least so much rain fell in such a time.
    /// <see cref="SeriesTotal.LargerOmittedInches"/> is set when a single interval longer than the window has more rain.
    /// Null when the series is shorter than the duration or has no two readings within it.
    /// </returns>
    /// <exception cref="ArgumentException">The duration is not above zero, or no number of whole days for daily totals.</exception>
    public SeriesTotal? MaximumDepth(TimeSpan duration)
    {
        RequireSpan(duration, nameof(duration));
        TimeSpan maxSpan = duration + (IsDaily ? ClockChange : ReadingTolerance);
        if (End - Start + (IsDaily ? ClockChange : TimeSpan.Zero) < duration
            || SeriesSearch.Deepest(_points, maxSpan.Ticks / TimeSpan.TicksPerSecond) is not { } deepest)
        {
            return null;
        }

        SeriesTotal total = Total(_points.TimeOf(deepest.From), _points.TimeOf(deepest.To));
        int larger = SeriesSearch.LargestInterval(_points, maxSpan.Ticks / TimeSpan.TicksPerSecond);
        return larger > FixedInches.ToTenThousandths(total.Inches) ? total with { LargerOmittedInches = FixedInches.ToInches(larger) } : total;
    }

    private static void RequireMidnight(DateTimeOffset edge, string name)
    {
        if (CentralTime.StartOfDay(CentralTime.DayOf(edge)) != edge)
        {
            throw new ArgumentException(
                $"Daily totals cover whole local days: use windows from midnight to midnight in Central time, or use {nameof(TotalOfDays)}.", name);
        }
    }

    private void RequireSpan(TimeSpan span, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(span, TimeSpan.Zero, name);
        if (IsDaily && span.Ticks % TimeSpan.TicksPerDay != 0)
        {
            throw new ArgumentException("Daily totals cover whole days: use a whole number of days.", name);
        }
    }

    // A flagged reading belongs where its rain does: to the window that ends with it. A flagged day belongs to the window it begins.
    private int FirstFlagIn(DateTimeOffset edge)
    {
        int low = 0;
        int high = _flags.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool inside = IsDaily ? _flags[middle].At >= edge : _flags[middle].At > edge;
            (low, high) = inside ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Writes the span of the series on one line.</summary>
    /// <returns>First and last time.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsDaily ? "daily totals" : "accumulated rainfall")}, {Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}, {Flags.Count} flags");
}
