namespace Lcra.Hydromet.History.Internal;

/// <summary>
/// Tells rain from what else an accumulated count does. A fall is provisional: its readings count as a reset until a return to the
/// level that was left takes them back as a glitch. See "Accumulated counts" in docs/history-and-windows.md.
/// </summary>
/// <param name="sink">Receives the readings.</param>
/// <param name="resolution">The gauge's resolution in ten-thousandths of an inch.</param>
/// <param name="waits">Whether a return waits for the reading behind it, which shows whether the return was a glitch itself.</param>
internal sealed partial class AccumulatedCountRule(IAccumulatedCountSink sink, int resolution, bool waits)
{
    private const int MaxFalls = 64;
    private const long DaySeconds = 86_400;

    private readonly List<CountFall> _falls = [];
    private CountMark _last;
    private CountRise? _rise;
    private CounterPoint? _held;

    /// <summary>Gets the newest accepted reading and what was counted up to it.</summary>
    public CountMark Last => _last;

    /// <summary>
    /// Gets a value indicating whether nothing is open at the newest accepted reading: later readings neither change what was before it nor depend on it, so
    /// that a rule that begins with it goes on alike. A rise is over when no fall can come straight back from it.
    /// </summary>
    public bool IsSettled => _held is null && _falls.Count == 0 && _last is { Readings: > 0, Slack: 0 }
        && (_rise is not { } rise || (_last.Readings - rise.Left.Readings > 1 && _last.Second - rise.First.Second >= DaySeconds));

    public void Add(CounterPoint point)
    {
        if (TakeRepeats(point.Level, point.Second, 1))
        {
            sink.Append(point.Second, rain: 0, uncertain: 0, uncovered: false);
            return;
        }

        Doubt doubt = default;
        if (_held is { } held)
        {
            _held = null;
            if (point.Level < held.Level - resolution && IsReturn(point, _last))
            {
                doubt = Drop(held, point);
            }
            else
            {
                Take(held, mayHold: false, default);
            }
        }

        Take(point, mayHold: waits, doubt);
    }

    /// <summary>
    /// Accepts readings of one level, as nearly every reading repeats the one before it, where that is the level of the newest accepted one and nothing is open.
    /// The sink receives none of them: the caller appends them, without rain.
    /// </summary>
    /// <returns>Whether they are accepted.</returns>
    public bool TakeRepeats(int level, long newest, int count)
    {
        if (_held is not null || _falls.Count > 0 || level != _last.Level || _last.Readings == 0 || _last.Slack != 0)
        {
            return false;
        }

        _last.Second = newest;
        _last.Readings += count;
        return true;
    }

    /// <summary>Decides what is still open. Readings after a fall that never rose prove nothing, so their time is not covered.</summary>
    public void Finish()
    {
        if (_held is { } held)
        {
            _held = null;
            Take(held, mayHold: false, default);
        }

        for (; _falls.Count > 0; _falls.RemoveAt(_falls.Count - 1))
        {
            CountFall fall = _falls[^1];
            if (_last.Rain == fall.Left.Rain)
            {
                _last = fall.Left;
                sink.RollBack(_last.Readings, keepsFlags: true);
            }
        }
    }

    private static long Limit(CountMark from, CounterPoint to) => PlausibleRain.Limit(to.Second - from.Second);

    private bool IsReturn(CounterPoint point, CountMark left) =>
        point.Level >= left.Level - resolution && point.Level - left.Level <= Limit(left, point);

    // The reading that waited was a glitch, unless it was rain and a reset followed.
    private Doubt Drop(CounterPoint held, CounterPoint next)
    {
        sink.Flag(SeriesFlagKind.Glitch, held, _last.Level, next.Second);
        if (held.Level - _last.Level > Limit(_last, held) || next.Level > PlausibleRain.Limit(next.Second - held.Second))
        {
            return default;
        }

        sink.Flag(SeriesFlagKind.Reset, next, held.Level, null);
        return new Doubt(held.Level - _last.Level + next.Level - Math.Max(0, next.Level - _last.Level), IsUncovered: true, IsFlagged: true);
    }

    private void Take(CounterPoint point, bool mayHold, Doubt doubt)
    {
        if (_last.Readings == 0)
        {
            Append(point, rain: 0, doubt);
        }
        else if (point.Level < _last.Level)
        {
            Fall(point, doubt);
        }
        else if (_falls.Count == 0)
        {
            Rise(point, doubt);
        }
        else
        {
            RiseAfterFall(point, mayHold, doubt);
        }
    }

    private void Rise(CounterPoint point, Doubt doubt, CountFall? explained = null)
    {
        int rain = point.Level - _last.Level;
        if (rain > 0)
        {
            bool isPlausible = rain <= Limit(_last, point);
            if (!isPlausible)
            {
                sink.Flag(SeriesFlagKind.ImplausibleRise, point, _last.Level, null);
            }

            _rise = new CountRise(_last, point, isPlausible, explained);
        }

        Append(point, rain, doubt);
    }

    private void RollBack(CountMark mark, CountRise? rise, bool keepsFlags)
    {
        _last = mark;
        _rise = rise;
        sink.RollBack(mark.Readings, keepsFlags);
    }

    private void Append(CounterPoint point, int rain, Doubt doubt, int slack = 0)
    {
        long uncertain = doubt.Uncertain + Math.Max(0, _last.Slack - slack);
        _last = new CountMark(point.Second, point.Level, _last.Readings + 1, _last.Rain + rain, _last.Uncertain + uncertain, slack);
        sink.Append(point.Second, rain, uncertain, doubt.IsUncovered);
    }

    /// <summary>What is not known about an interval.</summary>
    private readonly record struct Doubt(long Uncertain, bool IsUncovered, bool IsFlagged);
}
