namespace Lcra.Hydromet.History.Internal;

/// <summary>Looks through a whole series once.</summary>
internal static class SeriesSearch
{
    /// <summary>Finds the two readings, no farther apart than a span, with the most rain between them; the first such pair.</summary>
    public static (int From, int To)? Deepest(SeriesPoints points, long span)
    {
        (int From, int To)? deepest = null;
        int max = -1;
        int from = 0;
        for (int to = 1; to < points.Count; to++)
        {
            while (points.Seconds[to] - points.Seconds[from] > span)
            {
                from++;
            }

            int depth = points.Depths[to] - points.Depths[from];
            if (from < to && depth > max)
            {
                (deepest, max) = ((from, to), depth);
            }
        }

        return deepest;
    }

    /// <summary>Finds the most rain between two readings next to each other that are farther apart than a span; zero when there is none.</summary>
    public static int LargestInterval(SeriesPoints points, long span)
    {
        int max = 0;
        for (int i = 1; i < points.Count; i++)
        {
            if (points.Seconds[i] - points.Seconds[i - 1] > span)
            {
                max = Math.Max(max, points.Depths[i] - points.Depths[i - 1]);
            }
        }

        return max;
    }

    /// <summary>
    /// Finds the spells of rain that have at least <paramref name="drySpan"/> seconds without rain between them. The rain over a gap as long
    /// as that is a spell alone: whether it stayed dry in the gap is unknown.
    /// </summary>
    /// <param name="points">The readings.</param>
    /// <param name="gaps">The gaps; null when none has rain over it.</param>
    /// <param name="drySpan">The seconds.</param>
    public static IEnumerable<(int From, int To)> Spells(SeriesPoints points, SeriesGaps? gaps, long drySpan)
    {
        int from = -1;
        int to = -1;
        for (int i = 1; i < points.Count; i++)
        {
            if (points.Depths[i] == points.Depths[i - 1])
            {
                continue;
            }

            bool isLongGap = points.Seconds[i] - points.Seconds[i - 1] >= drySpan && gaps?.Closes(i) == true;
            if (from >= 0 && (isLongGap || points.Seconds[i - 1] - points.Seconds[to] >= drySpan))
            {
                yield return (from, to);
                from = -1;
            }

            if (isLongGap)
            {
                yield return (i - 1, i);
                continue;
            }

            from = from < 0 ? i - 1 : from;
            to = i;
        }

        if (from >= 0)
        {
            yield return (from, to);
        }
    }
}
