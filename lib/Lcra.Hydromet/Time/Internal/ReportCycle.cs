namespace Lcra.Hydromet.Time.Internal;

/// <summary>LCRA's cycle of reports: new files are due shortly after each quarter of an hour. Clock changes move whole hours, so they don't move the quarters.</summary>
internal static class ReportCycle
{
    private static readonly TimeSpan MaxStep = TimeSpan.FromMinutes(1);

    public static TimeSpan Length { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets when files are due, after the quarter of an hour that they report.</summary>
    public static TimeSpan FilesDue { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets how far the clocks of gauges, reports and this machine may differ.</summary>
    public static TimeSpan ClockSkew { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets the time after which a reading is of the future: five minutes after its report, or after now.</summary>
    public static DateTimeOffset NewestReading(DateTimeOffset? reportedAt, DateTimeOffset now) => (reportedAt < now ? reportedAt.Value : now) + ClockSkew;

    /// <summary>Tells whether the clock was set back after a time: that time is more than a minute ahead, so what follows from it is too.</summary>
    public static bool IsSetBack(DateTimeOffset now, DateTimeOffset? earlier) => earlier > now + MaxStep;

    /// <summary>Gets the time since a point of the cycle.</summary>
    /// <param name="now">The time to measure at.</param>
    /// <param name="point">The point, as time after the quarter of an hour.</param>
    public static TimeSpan Since(DateTimeOffset now, TimeSpan point) => TimeSpan.FromTicks((now.UtcTicks - point.Ticks) % Length.Ticks);

    /// <summary>Gets the time until the next such point; a whole cycle at the point itself.</summary>
    public static TimeSpan Until(DateTimeOffset now, TimeSpan point) => Length - Since(now, point);
}
