namespace Lcra.Hydromet.History.Internal;

/// <summary>Reads a count in one pass: checks the order, leaves out what is not a count, and hands the rest to the rule.</summary>
internal sealed class CounterSeriesBuilder : IAccumulatedCountSink
{
    private readonly SeriesBuilder _series = new("readings");
    private readonly AccumulatedCountRule _rule;
    private readonly long _gapSeconds;
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private CounterPoint _waiting;
    private bool _waits;

    public CounterSeriesBuilder(TimeSpan gapThreshold, decimal resolutionInches)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(gapThreshold, TimeSpan.Zero);
        if (resolutionInches is < 0.0001m or > 1 || !FixedInches.TryFrom(resolutionInches, out int resolution))
        {
            throw new ArgumentOutOfRangeException(nameof(resolutionInches), resolutionInches, "A resolution is above zero, at most 1 inch, and no finer than 1/10000 inch.");
        }

        _gapSeconds = gapThreshold.Ticks / TimeSpan.TicksPerSecond;
        _rule = new AccumulatedCountRule(this, resolution, waits: true);
    }

    public void Add(AccumulatedRainfall reading)
    {
        if (reading.At < _newest)
        {
            throw _series.Refusal($"Readings come oldest first, but {CentralTime.At(reading.At):yyyy-MM-dd HH:mm:ss zzz} follows {CentralTime.At(_newest):yyyy-MM-dd HH:mm:ss zzz}.");
        }

        _newest = reading.At;
        long second = reading.At.ToUnixTimeSeconds();
        if (!FixedInches.TryFrom(reading.Inches, out int level))
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.Unusable, At = SeriesBuilder.Time(second), Inches = reading.Inches });
            return;
        }

        Add(new CounterPoint(second, level));
    }

    /// <summary>Adds a reading that is not before the one before it, in seconds since 1970 and ten-thousandths of an inch.</summary>
    public void Add(CounterPoint point)
    {
        (long second, int level) = (point.Second, point.Level);

        // Of two readings of one second the later one counts, so each waits for the next.
        if (_waits && _waiting.Second != second)
        {
            _rule.Add(_waiting);
        }
        else if (_waits && _waiting.Level != level)
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.Unusable, At = SeriesBuilder.Time(second), Inches = FixedInches.ToInches(_waiting.Level) });
        }

        _waiting = point;
        _waits = true;
    }

    /// <summary>Adds readings, oldest first. Those that repeat the one before them are added together, which makes a packed year in three quarters of the time.</summary>
    public void Add(ReadOnlySpan<CounterPoint> points)
    {
        while (!points.IsEmpty)
        {
            int repeats = CountRepeats(points);
            if (repeats > 1 && _rule.TakeRepeats(_waiting.Level, points[repeats - 2].Second, repeats))
            {
                // The last of them waits, so the one that waited takes its place.
                _series.AppendDry([_waiting], _gapSeconds);
                _series.AppendDry(points[..(repeats - 1)], _gapSeconds);
                _waiting = points[repeats - 1];
                points = points[repeats..];
            }
            else
            {
                Add(points[0]);
                points = points[1..];
            }
        }
    }

    /// <summary>Gets the newest accepted reading, in seconds since 1970, when a series that begins with it has the same rain after it; else null.</summary>
    public long? SettledSecond => _rule.IsSettled ? _rule.Last.Second : null;

    public RainfallSeries Build()
    {
        if (_waits)
        {
            _rule.Add(_waiting);
            _waits = false;
        }

        _rule.Finish();
        return _series.Build(daily: false);
    }

    // Of the reading that waits: each later than the one before it, so that none of them counts instead of another.
    private int CountRepeats(ReadOnlySpan<CounterPoint> points)
    {
        if (!_waits || _rule.Last.Level != _waiting.Level)
        {
            return 0;
        }

        int count = 0;
        for (long newest = _waiting.Second; count < points.Length && points[count].Level == _waiting.Level && points[count].Second > newest; count++)
        {
            newest = points[count].Second;
        }

        return count;
    }

    void IAccumulatedCountSink.Append(long second, int rain, long uncertain, bool uncovered) =>
        _series.Append(second, rain, afterGap: _series.Newest is { } before && (uncovered || second - before > _gapSeconds), uncertain);

    void IAccumulatedCountSink.RollBack(int readings, bool keepsFlags) => _series.RollBack(readings, keepsFlags);

    void IAccumulatedCountSink.Flag(SeriesFlagKind kind, CounterPoint point, int before, long? returned) => _series.Flag(new SeriesFlag
    {
        Kind = kind,
        At = SeriesBuilder.Time(point.Second),
        Inches = FixedInches.ToInches(point.Level),
        PreviousInches = FixedInches.ToInches(before),
        ReturnedAt = returned is { } second ? SeriesBuilder.Time(second) : null,
    });
}
