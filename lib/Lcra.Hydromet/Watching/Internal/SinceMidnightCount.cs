using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Watching.Internal;

/// <summary>One gauge's amounts since one midnight, read by the rule of all accumulated counts, and what of it was reported.</summary>
internal sealed class SinceMidnightCount : IAccumulatedCountSink
{
    private const decimal UsualResolutionInches = 0.01m;
    private readonly AccumulatedCountRule _rule;
    private readonly List<RainfallTotal> _accepted = [];
    private long _rainTold;
    private long _uncertainTold;

    public SinceMidnightCount(RainfallTotal first)
    {
        FixedInches.TryFrom(first.Site.ResolutionInches ?? UsualResolutionInches, out int resolution);
        _rule = new AccumulatedCountRule(this, resolution, waits: false);
        Newest = first;
        Count(first);
    }

    /// <summary>Gets the newest total, whether it is rain or not.</summary>
    public RainfallTotal Newest { get; private set; }

    public RainfallChange? Add(RainfallTotal total)
    {
        RainfallTotal before = Newest;
        Newest = total;
        if ((total.ObservedAt == before.ObservedAt && total.Inches == before.Inches) || !Count(total))
        {
            return null;
        }

        if (total.Inches < before.Inches)
        {
            return GaugeTracker.Changed(RainfallChangeKind.Corrected, total, before, before.ObservedAt);
        }

        long rain = Math.Max(0, _rule.Last.Rain - _rainTold);
        long uncertain = Math.Max(0, _rule.Last.Rain + _rule.Last.Uncertain - _rainTold - _uncertainTold - rain);
        if (total.Inches == before.Inches || rain + uncertain == 0)
        {
            return null;
        }

        _rainTold += rain;
        _uncertainTold += uncertain;
        RainfallTotal since = _accepted[^2];

        // The same reading with more rain: it fell at some time since midnight, and no more is known.
        DateTimeOffset? from = since.ObservedAt < total.ObservedAt ? since.ObservedAt : total.Start;
        return GaugeTracker.Changed(RainfallChangeKind.NewRain, total, since, from) with
        {
            Inches = FixedInches.ToInches(rain),
            UncertaintyInches = FixedInches.ToInches(uncertain),
        };
    }

    void IAccumulatedCountSink.Append(long second, int rain, long uncertain, bool uncovered) => _accepted.Add(Newest);

    void IAccumulatedCountSink.RollBack(int readings, bool keepsFlags) => _accepted.RemoveRange(readings, _accepted.Count - readings);

    void IAccumulatedCountSink.Flag(SeriesFlagKind kind, CounterPoint point, int before, long? returned)
    {
        // A watcher tells falls as corrections.
    }

    private bool Count(RainfallTotal total)
    {
        if (!FixedInches.TryFrom(total.Inches!.Value, out int level))
        {
            return false;
        }

        _rule.Add(new CounterPoint(total.ObservedAt!.Value.ToUnixTimeSeconds(), level));
        return true;
    }
}
