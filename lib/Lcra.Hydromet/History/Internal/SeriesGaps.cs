namespace Lcra.Hydromet.History.Internal;

/// <summary>The gaps between readings: for each the reading that ends it, and the seconds of all gaps up to it.</summary>
internal sealed class SeriesGaps(SeriesPoints points, int[] closing, uint[] secondsThrough)
{
    /// <summary>Tells whether a gap is before a reading.</summary>
    public bool Closes(int reading) => Array.BinarySearch(closing, reading) >= 0;

    /// <summary>Gets the ticks of a window that are covered by readings within the gap threshold.</summary>
    public long CoveredTicks(DateTimeOffset start, DateTimeOffset end)
    {
        long from = points.TicksInside(start);
        long to = points.TicksInside(end);
        return to - UncoveredUntil(to) - (from - UncoveredUntil(from));
    }

    public SeriesGap[] Within(DateTimeOffset start, DateTimeOffset end)
    {
        if (points.Count == 0)
        {
            return [new SeriesGap(start, end)];
        }

        List<SeriesGap>? gaps = null;
        Clip(start, points.InstantOf(0));
        for (int gap = FirstEndingAfter(points.TicksInside(start)); gap < closing.Length && StartOf(gap) < end; gap++)
        {
            Clip(StartOf(gap), EndOf(gap));
        }

        Clip(points.InstantOf(points.Count - 1), end);
        return gaps?.ToArray() ?? [];

        void Clip(DateTimeOffset from, DateTimeOffset to)
        {
            from = from < start ? start : from;
            to = to > end ? end : to;
            if (from < to)
            {
                (gaps ??= []).Add(new SeriesGap(CentralTime.At(from), CentralTime.At(to)));
            }
        }
    }

    /// <summary>Gets the rain over the gaps that contain an edge of a window.</summary>
    public int CutDepth(DateTimeOffset start, DateTimeOffset end)
    {
        int first = Cut(start);
        int last = Cut(end);
        return DepthOf(first) + (last == first ? 0 : DepthOf(last));
    }

    private DateTimeOffset StartOf(int gap) => points.InstantOf(closing[gap] - 1);

    private DateTimeOffset EndOf(int gap) => points.InstantOf(closing[gap]);

    private int DepthOf(int gap) => gap < 0 ? 0 : points.Depths[closing[gap]] - points.Depths[closing[gap] - 1];

    private int Cut(DateTimeOffset instant)
    {
        long ticks = points.TicksInside(instant);
        int gap = FirstEndingAfter(ticks);
        return gap < closing.Length && points.TicksOf(closing[gap] - 1) < ticks ? gap : -1;
    }

    private long UncoveredUntil(long ticks)
    {
        int gap = FirstEndingAfter(ticks);
        long whole = gap == 0 ? 0 : secondsThrough[gap - 1] * TimeSpan.TicksPerSecond;
        return gap == closing.Length ? whole : whole + Math.Max(0, ticks - points.TicksOf(closing[gap] - 1));
    }

    private int FirstEndingAfter(long ticks)
    {
        int low = 0;
        int high = closing.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = points.TicksOf(closing[middle]) > ticks ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
