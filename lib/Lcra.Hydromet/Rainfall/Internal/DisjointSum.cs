namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Sums of windows that don't overlap.</summary>
internal static class DisjointSum
{
    public static decimal Of(ReadOnlySpan<ComparableTotal> parts)
    {
        decimal sum = 0;
        foreach (ref readonly ComparableTotal part in parts)
        {
            sum += part.Inches;
        }

        return sum;
    }

    /// <summary>Picks the windows inside another one that don't overlap and have the largest sum; of equal sums, the one of fewer windows.</summary>
    /// <returns>How many there are; they are in <paramref name="parts"/> in the order of their windows.</returns>
    public static int Largest(in ComparableTotal outer, ReadOnlySpan<ComparableTotal> totals, Span<ComparableTotal> parts)
    {
        Span<ComparableTotal> inside = stackalloc ComparableTotal[totals.Length];
        int count = 0;
        foreach (ref readonly ComparableTotal total in totals)
        {
            if (total.Index != outer.Index && total.Inches > 0 && outer.Contains(total))
            {
                inside[count++] = total;
            }
        }

        if (count == 0)
        {
            return 0;
        }

        inside = inside[..count];
        inside.Sort((left, right) => left.End.CompareTo(right.End));

        // Among the windows that end by then: the largest sum, of how many, and whether the last of them is taken.
        Span<(decimal Sum, int Parts, int Before, bool Taken)> best = stackalloc (decimal, int, int, bool)[count + 1];
        for (int i = 0; i < count; i++)
        {
            int before = EndedBy(inside[..i], inside[i].EarliestStart);
            (decimal sum, int number) = (best[before].Sum + inside[i].Inches, best[before].Parts + 1);
            bool taken = sum > best[i].Sum || (sum == best[i].Sum && number < best[i].Parts);
            best[i + 1] = taken ? (sum, number, before, true) : best[i] with { Before = i, Taken = false };
        }

        int chosen = best[count].Parts;
        for ((int at, int place) = (count, chosen); place > 0; at = best[at].Before)
        {
            if (best[at].Taken)
            {
                parts[--place] = inside[at - 1];
            }
        }

        return chosen;
    }

    private static int EndedBy(ReadOnlySpan<ComparableTotal> byEnd, long time)
    {
        int count = byEnd.Length;
        while (count > 0 && byEnd[count - 1].End > time)
        {
            count--;
        }

        return count;
    }
}
