using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet;

/// <summary>Central time (<c>America/Chicago</c>), the local time of every LCRA gauge: instants to local days and back.</summary>
/// <remarks>
/// The machine must have time zone data for <c>America/Chicago</c> or <c>Central Standard Time</c>. Without them, or with wrong ones, the
/// first use throws a <see cref="TimeZoneNotFoundException"/> that says what to install, and a host does not start.
/// </remarks>
public static class CentralTime
{
    private static readonly TimeSpan MaxReportDelay = TimeSpan.FromHours(2);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private static TimeZoneInfo Zone => CentralZone.Info;

    /// <summary>Converts an instant to Central time.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>The same instant with the Central offset that is in force then.</returns>
    public static DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Gets the local day of an instant.</summary>
    /// <param name="instant">The instant, with any offset.</param>
    /// <returns>The day in Central time.</returns>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    /// <summary>Gets the local day of now.</summary>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>The day in Central time.</returns>
    public static DateOnly Today(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return DayOf(timeProvider.GetUtcNow());
    }

    /// <summary>Gets the midnight at which a local day starts. Clocks change at 2 am, so midnight is never skipped or repeated.</summary>
    /// <param name="day">The day in Central time.</param>
    /// <returns>The instant, with the Central offset.</returns>
    public static DateTimeOffset StartOfDay(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>Converts a local date and time to an instant. A time in the hour that clocks skip in spring moves forward by that hour.</summary>
    /// <param name="local">The local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="repeatedHour">Which instant to take in the hour that clocks repeat in fall.</param>
    /// <returns>The instant, with the Central offset.</returns>
    /// <exception cref="ArgumentException">The time is in the repeated hour, and <paramref name="repeatedHour"/> does not say which of the two.</exception>
    public static DateTimeOffset ToInstant(DateTime local, RepeatedHour repeatedHour = RepeatedHour.Throw)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            return At(new DateTimeOffset(local, Zone.BaseUtcOffset));
        }

        if (!Zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, Zone.GetUtcOffset(local));
        }

        TimeSpan[] offsets = Zone.GetAmbiguousTimeOffsets(local);
        return repeatedHour switch
        {
            RepeatedHour.Earlier => new DateTimeOffset(local, offsets.Max()),
            RepeatedHour.Later => new DateTimeOffset(local, offsets.Min()),
            _ => throw new ArgumentException($"{local:yyyy-MM-dd HH:mm} occurs twice in Central time, because clocks are set back that night. Pass {nameof(RepeatedHour)}.{nameof(RepeatedHour.Earlier)} or {nameof(RepeatedHour)}.{nameof(RepeatedHour.Later)}.", nameof(local)),
        };
    }

    /// <summary>Tells whether clocks skip a local time in spring, so that it names no instant.</summary>
    /// <param name="local">The local date and time.</param>
    /// <returns>Whether the time is in the skipped hour.</returns>
    public static bool IsSkipped(DateTime local) => Zone.IsInvalidTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>Tells whether clocks repeat a local time in fall, so that it names two instants.</summary>
    /// <param name="local">The local date and time.</param>
    /// <returns>Whether the time is in the repeated hour.</returns>
    public static bool IsRepeated(DateTime local) => Zone.IsAmbiguousTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));

    /// <summary>Gets the offset in force for a whole local day; null on the two days a year when clocks change.</summary>
    internal static TimeSpan? OffsetOfDay(DateOnly day)
    {
        TimeSpan offset = StartOfDay(day).Offset;
        return day < DateOnly.MaxValue && StartOfDay(day.AddDays(1)).Offset == offset ? offset : null;
    }

    /// <summary>
    /// Converts a feed's local stamp. In the repeated hour it takes the instant nearest before <paramref name="near"/>, within two hours;
    /// else the earlier one. A gauge is read before it is reported, so the instant is not after <paramref name="near"/>, apart from clock skew.
    /// </summary>
    internal static DateTimeOffset Resolve(DateTime local, DateTimeOffset? near)
    {
        if (!Zone.IsAmbiguousTime(local))
        {
            return ToInstant(local);
        }

        DateTimeOffset later = ToInstant(local, RepeatedHour.Later);
        return near is { } reference && later <= reference + ClockSkew && reference - later <= MaxReportDelay ? later : ToInstant(local, RepeatedHour.Earlier);
    }
}
