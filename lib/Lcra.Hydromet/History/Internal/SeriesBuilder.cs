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
    private readonly List<SeriesFlag> _flags = [];
    private long _origin;
    private long _depth;
    private uint _inGaps;

    /// <summary>Gets the newest point in seconds since 1970; null before the first.</summary>
    public long? Newest { get; private set; }

    public void Append(long second, int rain, bool afterGap)
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
            _inGaps += (uint)(second - before);
            _closing.Add(_seconds.Count);
            _secondsThrough.Add(_inGaps);
        }

        _seconds.Add((uint)(second - _origin));
        _depths.Add((int)_depth);
        Newest = second;
    }

    public ArgumentException Refusal(FormattableString message) => new(message.ToString(CultureInfo.InvariantCulture), parameter);

    public void Flag(SeriesFlag flag) => _flags.Add(flag);

    public RainfallSeries Build(bool daily)
    {
        SeriesPoints points = new(_origin, _seconds.ToArray(), _depths.ToArray());
        SeriesGaps gaps = new(points, _closing.ToArray(), _secondsThrough.ToArray());
        return new RainfallSeries(points, gaps, [.. _flags.OrderBy(flag => flag.At)], daily);
    }

    public static DateTimeOffset Time(long second) => CentralTime.At(DateTimeOffset.FromUnixTimeSeconds(second));
}
