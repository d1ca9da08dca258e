namespace Lcra.Hydromet.Internal;

/// <summary>The clock on the wall in Austin: local stamps to instants and back.</summary>
internal static class CentralTime
{
    private static readonly TimeSpan NearEnough = TimeSpan.FromHours(2);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>Gives a day's midnight. Clocks change at two in the morning, so it is neither skipped nor doubled.</summary>
    public static DateTimeOffset StartOfDay(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>Tells the offset that holds for a whole local day; null on the two days a year when the clocks change.</summary>
    public static TimeSpan? OffsetOfDay(DateOnly day)
    {
        TimeSpan offset = StartOfDay(day).Offset;
        return day < DateOnly.MaxValue && StartOfDay(day.AddDays(1)).Offset == offset ? offset : null;
    }

    /// <summary>
    /// Reads a local stamp. A skipped hour moves forward. A doubled hour takes the instant nearest to
    /// <paramref name="near"/>, if within two hours; else the earlier one. A gauge is read before it is reported,
    /// so an instant after <paramref name="near"/> is none of the two (but for clocks that differ a little).
    /// </summary>
    public static DateTimeOffset Resolve(DateTime local, DateTimeOffset? near)
    {
        if (Zone.IsInvalidTime(local))
        {
            return At(new DateTimeOffset(local, Zone.BaseUtcOffset));
        }

        if (!Zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }

        DateTimeOffset later = new(local, Zone.BaseUtcOffset);
        DateTimeOffset earlier = new(local, Zone.BaseUtcOffset + TimeSpan.FromHours(1));
        return near is { } reference && later <= reference + ClockSkew && reference - later <= NearEnough ? later : earlier;
    }
}
