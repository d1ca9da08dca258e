using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>Finds rain events in a series.</content>
public sealed partial class RainfallSeries
{
    /// <summary>Finds the rain events. Between two of them no rain was counted for at least <paramref name="minimumInterEventTime"/>, or nothing was measured.</summary>
    /// <param name="minimumInterEventTime">How long it stays dry between events. For daily totals a number of whole days, each as long as it was.</param>
    /// <param name="minimumInches">Events with less rain are left out.</param>
    /// <returns>
    /// The events, oldest first, each with its coverage and gaps. Where data are missing in the dry time around an event, <see cref="RainEvent.GapsBefore"/> and
    /// <see cref="RainEvent.GapsAfter"/> say so: it may have rained. Rain that was counted over a gap as long as the dry time is an event of its own, with a
    /// coverage of 0.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The dry time is not above zero, or no number of whole days for daily totals; or the least amount is below zero.
    /// </exception>
    public IReadOnlyList<RainEvent> RainEvents(TimeSpan minimumInterEventTime, decimal minimumInches = 0)
    {
        RequireSpan(minimumInterEventTime, nameof(minimumInterEventTime));
        ArgumentOutOfRangeException.ThrowIfNegative(minimumInches);
        TimeSpan shortest = IsDaily ? minimumInterEventTime - ClockChange : minimumInterEventTime;
        long seconds = (shortest.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond;

        // Missing days have no rain, and the rain of a running day is measured.
        return
        [
            .. SeriesSearch.Spells(_points, IsDaily ? null : _gaps, seconds)
                .Select(spell => EventOf(spell.From, spell.To, minimumInterEventTime))
                .Where(found => found.Inches >= minimumInches),
        ];
    }

    // Neighboring gaps can touch; the dry time before and after is as long as would end an event.
    private RainEvent EventOf(int from, int to, TimeSpan dry)
    {
        DateTimeOffset start = _points.TimeOf(from);
        DateTimeOffset end = _points.TimeOf(to);
        return new RainEvent
        {
            Start = start,
            End = end,
            Inches = FixedInches.ToInches(_points.Depths[to] - _points.Depths[from]),
            Coverage = (decimal)_gaps.CoveredTicks(start, end) / (end - start).Ticks,
            Gaps = _gaps.Within(start, end),
            GapsBefore = _gaps.Within(Moved(start, -dry), start),
            GapsAfter = _gaps.Within(end, Moved(end, dry)),
        };
    }

    private DateTimeOffset Moved(DateTimeOffset edge, TimeSpan time) =>
        IsDaily ? CentralTime.StartOfDay(CentralTime.DayOf(edge).AddDays(time.Days)) : CentralTime.At(edge + time);
}
