using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A window of time: <c>?start=2026-10-02T18:00&amp;end=2026-10-04T12:00</c>, on the clocks of Central Texas.</summary>
internal sealed record RainWindow(LocalTime? Start, LocalTime? End, DateTimeOffset Now, SpanProblem Problem)
{
    public const int MaxDays = 31;

    /// <summary>Gets the end of the window, or now when the window has not ended.</summary>
    public DateTimeOffset Until => End is { } end && end.At < Now ? end.At : CentralTime.At(Now);

    public bool IsRunning => End is { } end && end.At > Now;

    /// <summary>Gets a value indicating whether the window is whole days, which the daily totals cover.</summary>
    public bool IsWholeDays => !IsRunning && Start?.Requested.TimeOfDay == TimeSpan.Zero && End?.Requested.TimeOfDay == TimeSpan.Zero;

    /// <summary>Parses a window; null when none was requested.</summary>
    public static RainWindow? Read(IQueryCollection query, DateTimeOffset now)
    {
        if (!query.ContainsKey("start") && !query.ContainsKey("end"))
        {
            return null;
        }

        // A window that starts or ends in a repeated hour includes both.
        LocalTime? start = CentralClock.Read(query["start"], later: false);
        LocalTime? end = CentralClock.Read(query["end"], later: true);
        return Checked(start, end, now);
    }

    /// <summary>Makes the window between two instants.</summary>
    public static RainWindow Between(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) => Checked(Local(start), Local(end), now);

    private static LocalTime Local(DateTimeOffset instant) => new(CentralTime.At(instant).DateTime, instant, LocalTimeProblem.None);

    private static RainWindow Checked(LocalTime? start, LocalTime? end, DateTimeOffset now)
    {
        RainWindow window = new(start, end, now, SpanProblem.None);
        return window with
        {
            Problem = start is null || end is null ? SpanProblem.Unreadable
                : end.At <= start.At ? SpanProblem.Backwards
                : start.At >= now ? SpanProblem.InTheFuture
                : (window.Until - start.At).TotalDays > (window.IsWholeDays ? DaySpan.MaxDays : MaxDays) ? SpanProblem.TooLong
                : SpanProblem.None,
        };
    }
}
