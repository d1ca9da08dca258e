namespace Lcra.Hydromet.Internal;

/// <summary>Turns the stamps of one feed into instants. Most fall on one day, whose offset is looked up once.</summary>
internal sealed class LocalClock(DateTimeOffset near)
{
    private DateOnly _day = DateOnly.MaxValue;
    private TimeSpan? _offset;

    public DateTimeOffset Resolve(DateTime local)
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
