namespace Lcra.Hydromet.History.Internal;

/// <summary>Reads a counter in one pass: checks the order, leaves out what is no count, and hands the rest to the rule.</summary>
internal sealed class CounterSeriesBuilder
{
    private readonly SeriesBuilder _series = new("readings");
    private readonly CounterRule _rule;
    private DateTimeOffset _newest = DateTimeOffset.MinValue;
    private long _newestUsable = long.MinValue;

    public CounterSeriesBuilder(TimeSpan gapThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(gapThreshold, TimeSpan.Zero);
        _rule = new CounterRule(_series, gapThreshold);
    }

    public void Add(AccumulatedRainfall reading)
    {
        if (reading.At < _newest)
        {
            throw _series.Refusal($"Readings come oldest first, but {CentralTime.At(reading.At):yyyy-MM-dd HH:mm:ss zzz} follows {CentralTime.At(_newest):yyyy-MM-dd HH:mm:ss zzz}.");
        }

        _newest = reading.At;
        long second = reading.At.ToUnixTimeSeconds();
        if (second == _newestUsable)
        {
            return;
        }

        if (!FixedInches.TryFrom(reading.Inches, out int level))
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.Unusable, At = SeriesBuilder.Time(second), Inches = reading.Inches });
            return;
        }

        _newestUsable = second;
        _rule.Add(new CounterPoint(second, level));
    }

    public RainfallSeries Build()
    {
        _rule.Finish();
        return _series.Build(daily: false);
    }
}
