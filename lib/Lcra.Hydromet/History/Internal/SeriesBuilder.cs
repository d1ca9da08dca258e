using System.Globalization;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Gathers the points, gaps and flags of a series, oldest first.</summary>
/// <param name="parameter">What the caller calls the readings, for errors.</param>
internal sealed class SeriesBuilder(string parameter)
{
    private readonly ChunkedList<uint> _seconds = new();
    private readonly ChunkedList<int> _depths = new();
    private readonly ChunkedList<int> _closing = new();
    private readonly ChunkedList<uint> _secondsThrough = new();
    private readonly List<uint> _doubtful = [];
    private readonly List<long> _uncertainThrough = [];
    private readonly List<SeriesFlag> _flags = [];
    private long _origin;
    private long _depth;
    private uint _inGaps;

    /// <summary>Gets the newest point in seconds since 1970; null before the first.</summary>
    public long? Newest { get; private set; }

    public void Append(long second, int rain, bool afterGap, long uncertain = 0)
    {
        if (Newest is not { } before)
        {
            before = _origin = second;
        }

        _depth += rain;
        if (second - _origin > uint.MaxValue || _depth > int.MaxValue)
        {
            throw Refusal($"The readings up to {Time(second):yyyy-MM-dd HH:mm:ss zzz} span more than 136 years or add up to more than 214,000 inches; no gauge can have counted them.");
        }

        if (afterGap)
        {
            Close(_seconds.Count, second - before);
        }

        if (uncertain > 0)
        {
            _doubtful.Add((uint)(second - _origin));
            _uncertainThrough.Add(uncertain + (_uncertainThrough.Count == 0 ? 0 : _uncertainThrough[^1]));
        }

        _seconds.Add((uint)(second - _origin));
        _depths.Add((int)_depth);
        Newest = second;
    }

    /// <summary>Adds points without rain, oldest first.</summary>
    public void AppendDry(ReadOnlySpan<CounterPoint> points, long gapSeconds)
    {
        // The first point, and one that is too late, are Append's.
        if (Newest is not { } before || points.IsEmpty || points[^1].Second - _origin > uint.MaxValue)
        {
            foreach (CounterPoint point in points)
            {
                Append(point.Second, rain: 0, afterGap: point.Second - Newest > gapSeconds);
            }

            return;
        }

        Newest = points[^1].Second;
        while (!points.IsEmpty)
        {
            int count = _seconds.Count;
            Span<uint> seconds = _seconds.Extend(points.Length);
            _depths.Extend(seconds.Length).Fill((int)_depth);
            for (int i = 0; i < seconds.Length; i++)
            {
                long second = points[i].Second;
                if (second - before > gapSeconds)
                {
                    Close(count + i, second - before);
                }

                seconds[i] = (uint)(second - _origin);
                before = second;
            }

            points = points[seconds.Length..];
        }
    }

    private void Close(int reading, long seconds)
    {
        _inGaps += (uint)seconds;
        _closing.Add(reading);
        _secondsThrough.Add(_inGaps);
    }

    /// <summary>Takes back the newest points with their gaps and doubts.</summary>
    /// <param name="count">How many points stay; at least one.</param>
    /// <param name="keepsFlags">Whether their resets and jumps stay flagged; other flags always do.</param>
    public void RollBack(int count, bool keepsFlags)
    {
        DateTimeOffset last = Time(Newest!.Value);
        _seconds.Truncate(count);
        _depths.Truncate(count);
        uint newest = _seconds[count - 1];
        Newest = _origin + newest;
        _depth = _depths[count - 1];
        while (_closing.Count > 0 && _closing[_closing.Count - 1] >= count)
        {
            _closing.Truncate(_closing.Count - 1);
            _secondsThrough.Truncate(_secondsThrough.Count - 1);
        }

        _inGaps = _secondsThrough.Count == 0 ? 0 : _secondsThrough[_secondsThrough.Count - 1];
        while (_doubtful.Count > 0 && _doubtful[^1] > newest)
        {
            _doubtful.RemoveAt(_doubtful.Count - 1);
            _uncertainThrough.RemoveAt(_uncertainThrough.Count - 1);
        }

        DateTimeOffset end = Time(_origin + newest);

        // A glitch that ends at the reading to come is part of the one that begins at the points taken back.
        _flags.RemoveAll(flag => flag.At > end
            && (flag.ReturnedAt > last || (!keepsFlags && flag.Kind is (SeriesFlagKind.Reset or SeriesFlagKind.ImplausibleRise))));
    }

    public ArgumentException Refusal(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture), parameter);

    public void Flag(SeriesFlag flag) => _flags.Add(flag);

    public RainfallSeries Build(bool daily)
    {
        _seconds.TrimExcess();
        _depths.TrimExcess();
        SeriesPoints points = new(_origin, _seconds, _depths);
        SeriesGaps gaps = new(points, _closing.ToArray(), _secondsThrough.ToArray());
        SeriesUncertainty uncertainty = _doubtful.Count == 0 ? SeriesUncertainty.None : new(_origin, [.. _doubtful], [.. _uncertainThrough]);
        return new RainfallSeries(points, gaps, uncertainty, [.. _flags.OrderBy(flag => flag.At)], daily);
    }

    public static DateTimeOffset Time(long second) => CentralTime.At(DateTimeOffset.FromUnixTimeSeconds(second));
}
