namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The contradictions of one gauge as they are found: each is listed with every total that takes part.</summary>
internal sealed class ConflictList(bool isLcra)
{
    private readonly Dictionary<int, List<RainfallConflict>> _conflicts = [];
    private readonly Dictionary<int, decimal> _bounds = [];

    public void AddPair(RainfallConflictRule rule, in ComparableTotal outer, in ComparableTotal inner)
    {
        Add(outer.Index, Other(rule, inner, []));
        Add(inner.Index, Other(rule, outer, []));
    }

    public void AddSum(RainfallConflictRule rule, in ComparableTotal outer, ReadOnlySpan<ComparableTotal> parts)
    {
        RainfallPeriod[] periods = new RainfallPeriod[parts.Length];
        decimal sum = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            periods[i] = RainfallPeriod.All[parts[i].Index];
            sum += parts[i].Inches;
        }

        Add(outer.Index, new RainfallConflict { Rule = rule, Inches = sum, Start = parts[0].Window.Start, End = parts[^1].Window.End, Parts = periods });
        foreach (ref readonly ComparableTotal part in parts)
        {
            Add(part.Index, Other(rule, outer, periods));
        }
    }

    /// <summary>Notes an amount that other totals prove for a period.</summary>
    public void Prove(in ComparableTotal outer, decimal inches) =>
        _bounds[outer.Index] = Math.Max(inches, Proven(outer) ?? inches);

    public decimal? Proven(in ComparableTotal outer) => _bounds.TryGetValue(outer.Index, out decimal inches) ? inches : null;

    public Dictionary<RainfallPeriod, PeriodConflicts> ToPeriods() => _conflicts.ToDictionary(
        period => RainfallPeriod.All[period.Key],
        period => new PeriodConflicts(period.Value.AsReadOnly(), _bounds.TryGetValue(period.Key, out decimal inches) ? inches : null));

    private RainfallConflict Other(RainfallConflictRule rule, in ComparableTotal other, RainfallPeriod[] parts)
    {
        RainfallPeriod period = RainfallPeriod.All[other.Index];
        return new RainfallConflict
        {
            Rule = rule,
            Period = period,
            Inches = other.Inches,
            Start = other.Window.Start,
            End = other.Window.End,
            Feed = isLcra ? period.Feed : HydrometFeed.AllSites,
            Parts = parts,
        };
    }

    private void Add(int index, RainfallConflict conflict)
    {
        if (!_conflicts.TryGetValue(index, out List<RainfallConflict>? conflicts))
        {
            _conflicts.Add(index, conflicts = []);
        }

        conflicts.Add(conflict);
    }
}
