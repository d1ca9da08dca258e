namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>How each period lays its window in Central time.</summary>
internal static class RainfallWindows
{
    public static Func<WindowAnchors, TimeWindow?> UpToReading(TimeSpan length) =>
        at => at.ObservedAt is { } end
            ? new TimeWindow(CentralTime.At(end - length), end)
            : null;

    public static Func<WindowAnchors, TimeWindow?> DayAgo(int days) =>
        at => at.ReportedAt is { } reported
            ? Days(CentralTime.DayOf(reported).AddDays(-days), CentralTime.DayOf(reported).AddDays(1 - days))
            : null;

    public static TimeWindow? SinceMidnight(WindowAnchors at) => FromDay(at.ObservedAt, day => day);

    public static TimeWindow? Today(WindowAnchors at) => FromDay(at.ReportedAt, day => day);

    public static TimeWindow? FiveDays(WindowAnchors at) =>
        at.Since is { } since && at.ReportedAt is { } end
            ? new TimeWindow(CentralTime.StartOfDay(since), end)
            : FromDay(at.ReportedAt, day => day.AddDays(-4));

    public static TimeWindow? ThirtyDays(WindowAnchors at) =>
        at.ReportedAt is { } end
            ? new TimeWindow(CentralTime.Resolve(CentralTime.At(end).DateTime.AddDays(-30), near: null), end)
            : null;

    public static TimeWindow? ThisMonth(WindowAnchors at) => FromDay(at.ObservedAt, day => new DateOnly(day.Year, day.Month, 1));

    public static TimeWindow? ThisYear(WindowAnchors at) => FromDay(at.ObservedAt, day => new DateOnly(day.Year, 1, 1));

    public static TimeWindow? LastMonth(WindowAnchors at) =>
        at.ReportedAt is { } reported && CentralTime.DayOf(reported) is var day && new DateOnly(day.Year, day.Month, 1) is var first
            ? Days(first.AddMonths(-1), first)
            : null;

    public static TimeWindow? LastYear(WindowAnchors at) =>
        at.ReportedAt is { } reported && CentralTime.DayOf(reported).Year is var year
            ? Days(new DateOnly(year - 1, 1, 1), new DateOnly(year, 1, 1))
            : null;

    private static TimeWindow? FromDay(DateTimeOffset? end, Func<DateOnly, DateOnly> firstDay) =>
        end is { } until
            ? new TimeWindow(CentralTime.StartOfDay(firstDay(CentralTime.DayOf(until))), until)
            : null;

    private static TimeWindow Days(DateOnly first, DateOnly dayAfter) =>
        new(CentralTime.StartOfDay(first), CentralTime.StartOfDay(dayAfter));
}
