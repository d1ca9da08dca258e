namespace Lcra.Hydromet.History.Internal;

/// <content>What a fall of the count, and the rise after it, can be.</content>
internal sealed partial class AccumulatedCountRule
{
    private void RiseAfterFall(CounterPoint point, bool mayHold, Doubt doubt)
    {
        CountFall fall = _falls[^1];
        bool fits = point.Level - _last.Level <= Limit(_last, point);
        if (fits && point.Level < fall.Left.Level - resolution)
        {
            bool explained = IsReset(fall, point);
            if (explained)
            {
                _falls.RemoveAt(_falls.Count - 1);
            }

            Rise(point, doubt, explained ? fall : null);
        }
        else if (mayHold)
        {
            _held = point;
        }
        else if (!fits && _last.Rain > fall.Left.Rain && point.Level - _last.Level < fall.Left.Level - point.Level)
        {
            Rise(point, doubt);
        }
        else
        {
            Return(point, fall, fits, doubt);
        }
    }

    private static bool IsReset(CountFall fall, CounterPoint point) =>
        2L * (point.Level - fall.First.Level) >= fall.Left.Level - fall.First.Level
        && (fall.FitsReset || point.Second - fall.First.Second >= DaySeconds);

    private void Return(CounterPoint point, CountFall fall, bool fits, Doubt doubt)
    {
        bool counted = _last.Rain > fall.Left.Rain;
        bool bothFit = fits && counted;
        long asReset = _last.Rain + _last.Uncertain + doubt.Uncertain + point.Level - _last.Level - fall.Left.Rain - fall.Left.Uncertain;
        _falls.RemoveAt(_falls.Count - 1);
        RollBack(fall.Left, fall.RiseBefore, keepsFlags: counted);
        sink.Flag(SeriesFlagKind.Glitch, fall.First, fall.Left.Level, point.Second);
        long uncertain = bothFit ? asReset - Math.Max(0, point.Level - fall.Left.Level) : 0;
        Take(point, mayHold: false, new Doubt(uncertain, bothFit || (fits && fall.FitsReset), IsFlagged: true));
    }

    private void Fall(CounterPoint point, Doubt doubt)
    {
        int depth = _last.Level - point.Level;
        bool fitsReset = point.Level <= Limit(_last, point);
        if (depth <= resolution)
        {
            Slip(point, depth, fitsReset, doubt);
        }
        else if (FindRise(point) is { } rise)
        {
            TakeBack(point, rise, fitsReset);
        }
        else
        {
            if (_falls.Count == MaxFalls)
            {
                _falls.RemoveAt(0);
            }

            _falls.Add(new CountFall(_last, point, fitsReset, _rise));
            _rise = null;
            sink.Flag(SeriesFlagKind.Reset, point, _last.Level, null);
            Append(point, rain: 0, new Doubt(doubt.Uncertain + (fitsReset ? point.Level : 0), IsUncovered: true, IsFlagged: true));
        }
    }

    // One step lower is the same level. When it rises again, that step may be rain.
    private void Slip(CounterPoint point, int depth, bool fitsReset, Doubt doubt)
    {
        if (depth > _last.Slack && !doubt.IsFlagged)
        {
            sink.Flag(SeriesFlagKind.Glitch, point, _last.Level, null);
        }

        Append(point with { Level = _last.Level }, rain: 0, doubt with { IsUncovered = doubt.IsUncovered || fitsReset }, slack: depth);
    }

    private void TakeBack(CounterPoint point, CountRise rise, bool fitsReset)
    {
        long asReset = _last.Rain + _last.Uncertain + point.Level - rise.Left.Rain - rise.Left.Uncertain;
        RollBack(rise.Left, null, keepsFlags: fitsReset);
        if (rise.Explained is { } fall)
        {
            _falls.Add(fall);
        }

        sink.Flag(SeriesFlagKind.Glitch, rise.First, rise.Left.Level, point.Second);
        if (fitsReset)
        {
            sink.Flag(SeriesFlagKind.Reset, point, rise.First.Level, null);
        }

        long uncertain = fitsReset ? asReset - Math.Max(0, point.Level - rise.Left.Level) : 0;
        Take(point, mayHold: false, new Doubt(uncertain, fitsReset, IsFlagged: true));
    }

    // A spike may have fallen a little before it comes back, so the rises before open falls count too.
    private CountRise? FindRise(CounterPoint point)
    {
        if (_rise is { } last && IsStraightBack(point, last))
        {
            return last;
        }

        for (int i = _falls.Count - 1; i >= 0; i--)
        {
            if (_falls[i].RiseBefore is { } rise && IsStraightBack(point, rise))
            {
                _falls.RemoveRange(i, _falls.Count - i);
                return rise;
            }
        }

        return null;
    }

    // After one reading, or from a height that rain cannot have reached, anywhere that the time allows; else to the level itself.
    private bool IsStraightBack(CounterPoint point, CountRise rise) => IsReturn(point, rise.Left)
        && (_last.Readings - rise.Left.Readings == 1
            || ((!rise.IsPlausible || point.Level - rise.Left.Level <= resolution) && point.Second - rise.First.Second <= DaySeconds));
}
