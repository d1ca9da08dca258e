namespace Lcra.Hydromet.History.Internal;

/// <summary>
/// Tells rain from what else a counter does. Only rises are rain. A reading that falls, or rises more than an hour can bring,
/// waits until later ones tell: if the counter is soon back at its level it was a glitch; if not, it was a reset or a jump.
/// </summary>
internal sealed class CounterRule(SeriesBuilder series, TimeSpan gapThreshold)
{
    private const int GlitchReadings = 4;
    private const long GlitchSeconds = 24 * 3600;
    private const long JumpSeconds = 3600;
    private const int JumpRise = 5_0000;

    private readonly List<CounterPoint> _pending = [];
    private int? _level;

    public void Add(CounterPoint point)
    {
        if (_pending.Count == 0)
        {
            if (_level is { } level && (point.Level < level || IsJump(point, level)))
            {
                _pending.Add(point);
            }
            else
            {
                Accept(point);
            }
        }
        else if (IsBack(point))
        {
            AcceptAsGlitch(point);
        }
        else
        {
            bool tooLate = _pending.Count >= GlitchReadings || point.Second - _pending[0].Second > GlitchSeconds;
            _pending.Add(point);
            if (tooLate)
            {
                ConfirmPending();
            }
        }
    }

    public void Finish()
    {
        while (_pending.Count > 0)
        {
            ConfirmPending();
        }
    }

    private bool IsJump(CounterPoint point, int level) =>
        point.Level - level > JumpRise && point.Second - series.Newest <= JumpSeconds;

    // A true counter cannot be back below the level it had, and a spike upwards is not back while it is still far above.
    private bool IsBack(CounterPoint point)
    {
        CounterPoint left = _pending[0];
        return point.Level >= _level
            && (left.Level < _level || point.Level - _level <= JumpRise)
            && point.Second - left.Second <= GlitchSeconds;
    }

    private void AcceptAsGlitch(CounterPoint back)
    {
        Flag(SeriesFlagKind.Glitch, _pending[0], back.Second);
        foreach (CounterPoint point in _pending)
        {
            Append(point.Second, rain: 0);
        }

        _pending.Clear();
        Accept(back);
    }

    /// <summary>Takes the first waiting reading at its word, and looks at those behind it anew.</summary>
    private void ConfirmPending()
    {
        CounterPoint[] waiting = [.. _pending];
        _pending.Clear();
        Accept(waiting[0]);
        foreach (CounterPoint point in waiting.AsSpan(1))
        {
            Add(point);
        }
    }

    private void Accept(CounterPoint point)
    {
        int level = _level ?? point.Level;
        if (point.Level < level)
        {
            Flag(SeriesFlagKind.Reset, point);
        }
        else if (IsJump(point, level))
        {
            Flag(SeriesFlagKind.CounterJump, point);
        }

        Append(point.Second, Math.Max(0, point.Level - level));
        _level = point.Level;
    }

    private void Append(long second, int rain) =>
        series.Append(second, rain, afterGap: series.Newest is { } before && (second - before) * TimeSpan.TicksPerSecond > gapThreshold.Ticks);

    private void Flag(SeriesFlagKind kind, CounterPoint point, long? returned = null) => series.Flag(new SeriesFlag
    {
        Kind = kind,
        At = SeriesBuilder.Time(point.Second),
        Inches = FixedInches.ToInches(point.Level),
        PreviousInches = _level is { } level ? FixedInches.ToInches(level) : null,
        ReturnedAt = returned is { } second ? SeriesBuilder.Time(second) : null,
    });
}
