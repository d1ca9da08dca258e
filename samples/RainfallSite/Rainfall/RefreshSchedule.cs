namespace RainfallSite.Rainfall;

/// <summary>When to ask LCRA again: its files appear about one minute after each quarter of an hour.</summary>
internal sealed class RefreshSchedule(TimeSpan? fixedInterval)
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan IntoTheCycle = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMinutes(1);

    public TimeSpan DelayAfter(DateTimeOffset now, bool failed)
    {
        if (fixedInterval is { } interval)
        {
            return interval;
        }

        TimeSpan untilNext = Cycle - TimeSpan.FromTicks((now.UtcTicks - IntoTheCycle.Ticks) % Cycle.Ticks);
        return failed && AfterAFailure < untilNext ? AfterAFailure : untilNext;
    }
}
