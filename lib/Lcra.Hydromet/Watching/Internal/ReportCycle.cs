namespace Lcra.Hydromet.Internal;

/// <summary>When LCRA has new files: about one minute after each quarter of an hour. Clock changes move whole hours and so change nothing.</summary>
internal static class ReportCycle
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan IntoTheCycle = TimeSpan.FromMinutes(2);

    public static TimeSpan UntilNext(DateTimeOffset now) => Cycle - TimeSpan.FromTicks((now.UtcTicks - IntoTheCycle.Ticks) % Cycle.Ticks);
}
