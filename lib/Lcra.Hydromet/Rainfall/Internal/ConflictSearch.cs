namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Holds the totals of one gauge against each other by the rules of <see cref="RainfallConflictRule"/>.</summary>
/// <param name="totals">The totals that have an amount and a window; those of the calendar first.</param>
/// <param name="step">The gauge's resolution in inches, by which an amount may be off.</param>
/// <param name="isLcra">Whether the gauge's totals come from several feeds.</param>
internal ref struct ConflictSearch(ReadOnlySpan<ComparableTotal> totals, decimal step, bool isLcra)
{
    private readonly ReadOnlySpan<ComparableTotal> _totals = totals;
    private ConflictList? _found;

    /// <summary>Finds the contradictions; null when there are none, and then nothing was allocated.</summary>
    public ConflictList? Run()
    {
        foreach (ref readonly ComparableTotal outer in _totals)
        {
            ComparePairs(outer);
        }

        Span<ComparableTotal> parts = stackalloc ComparableTotal[_totals.Length];
        foreach (ref readonly ComparableTotal outer in _totals)
        {
            if (outer.HasExactStart)
            {
                CompareTiles(outer, outer.Start, parts, 0);
            }
        }

        foreach (ref readonly ComparableTotal outer in _totals)
        {
            CompareLargestSum(outer, parts);
        }

        return _found;
    }

    private void ComparePairs(in ComparableTotal outer)
    {
        foreach (ref readonly ComparableTotal inner in _totals)
        {
            if (inner.Index == outer.Index)
            {
                continue;
            }

            if (outer.IsSameAs(inner))
            {
                // Each of two equal windows comes as the outer one once; the larger amount counts as what the other must have.
                if (inner.Inches - outer.Inches > step)
                {
                    Add(RainfallConflictRule.Equals, outer, inner);
                }
            }
            else if (inner.Inches - outer.Inches > step && outer.Contains(inner))
            {
                bool rolling = outer.IsRolling && inner.IsRolling && outer.End == inner.End;
                Add(rolling ? RainfallConflictRule.NonDecreasing : RainfallConflictRule.Contains, outer, inner);
            }
        }
    }

    private void Add(RainfallConflictRule rule, in ComparableTotal outer, in ComparableTotal inner)
    {
        _found ??= new ConflictList(isLcra);
        _found.AddPair(rule, outer, inner);
        _found.Prove(outer, inner.Inches);
    }

    // Goes on from the time that the parts reach; of equal windows the first is taken, so a tiling is found once.
    private void CompareTiles(in ComparableTotal outer, long reached, scoped Span<ComparableTotal> parts, int count)
    {
        for (int i = 0; i < _totals.Length && count < parts.Length; i++)
        {
            ref readonly ComparableTotal next = ref _totals[i];
            if (next.Start != reached || next.End <= reached || !next.HasExactStart || next.HasSameWindow(outer) || !outer.Contains(next) || IsRepeated(i))
            {
                continue;
            }

            parts[count] = next;
            if (next.End < outer.End)
            {
                CompareTiles(outer, next.End, parts, count + 1);
            }
            else if (next.MeasuredEnd == outer.MeasuredEnd)
            {
                CompareSum(outer, parts[..(count + 1)]);
            }
        }
    }

    private readonly bool IsRepeated(int place)
    {
        for (int i = 0; i < place; i++)
        {
            if (_totals[i].HasSameWindow(_totals[place]))
            {
                return true;
            }
        }

        return false;
    }

    private void CompareSum(in ComparableTotal outer, scoped ReadOnlySpan<ComparableTotal> parts)
    {
        decimal sum = DisjointSum.Of(parts);
        if (Math.Abs(sum - outer.Inches) <= step * parts.Length)
        {
            return;
        }

        _found ??= new ConflictList(isLcra);
        _found.AddSum(RainfallConflictRule.Tiles, outer, parts);
        if (sum > outer.Inches)
        {
            _found.Prove(outer, sum);
        }
    }

    // What no single total and no tiling shows, several windows apart from each other can.
    private void CompareLargestSum(in ComparableTotal outer, scoped Span<ComparableTotal> parts)
    {
        int count = DisjointSum.Largest(outer, _totals, parts);
        decimal sum = DisjointSum.Of(parts[..count]);
        if (sum - outer.Inches > step * count && !(sum <= _found?.Proven(outer)))
        {
            _found ??= new ConflictList(isLcra);
            _found.AddSum(RainfallConflictRule.Contains, outer, parts[..count]);
            _found.Prove(outer, sum);
        }
    }
}
