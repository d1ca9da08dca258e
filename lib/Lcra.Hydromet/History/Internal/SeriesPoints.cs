namespace Lcra.Hydromet.History.Internal;

/// <summary>
/// The readings of a series, oldest first: whole seconds since the first one, and the rain in ten-thousandths of an inch
/// since the first one.
/// </summary>
internal sealed class SeriesPoints(long origin, ChunkedList<uint> seconds, ChunkedList<int> depths)
{
    public int Count => seconds.Count;

    public ChunkedList<uint> Seconds => seconds;

    public ChunkedList<int> Depths => depths;

    public DateTimeOffset TimeOf(int index) => CentralTime.At(InstantOf(index));

    /// <summary>Gets the time of a reading in UTC, which takes a fraction of the time of <see cref="TimeOf"/>.</summary>
    public DateTimeOffset InstantOf(int index) => DateTimeOffset.FromUnixTimeSeconds(origin + seconds[index]);

    public long UnixSecondsOf(int index) => origin + seconds[index];

    /// <summary>Finds the last reading at or before an instant; -1 when there is none.</summary>
    public int LastAt(DateTimeOffset instant)
    {
        long offset = instant.ToUnixTimeSeconds() - origin;
        int first = 0;
        int end = Count;
        while (first < end)
        {
            int middle = (first + end) / 2;
            (first, end) = seconds[middle] <= offset ? (middle + 1, end) : (first, middle);
        }

        return first - 1;
    }

    public int DepthAt(DateTimeOffset instant) => LastAt(instant) is >= 0 and var last ? depths[last] : 0;

    /// <summary>Gets the ticks from the first reading to an instant, clamped to the readings.</summary>
    public long TicksInside(DateTimeOffset instant) =>
        Count == 0 ? 0 : Math.Clamp((instant - DateTimeOffset.FromUnixTimeSeconds(origin)).Ticks, 0, TicksOf(Count - 1));

    public long TicksOf(int index) => seconds[index] * TimeSpan.TicksPerSecond;
}
