namespace Lcra.Hydromet.Internal;

/// <summary>When to ask LCRA again: its files are due a minute past each quarter of an hour.</summary>
/// <param name="options">The jitter, or a fixed interval.</param>
/// <param name="phase">Where in the jitter this cache asks, from 0 to 1.</param>
internal sealed class RefreshSchedule(HydrometCacheOptions options, double phase)
{
    private const int MaxDoublings = 3;
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan DueInCycle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMinutes(1);
    private readonly TimeSpan _earliest = DueInCycle + (options.RefreshJitter / 2);
    private readonly TimeSpan _phase = options.RefreshJitter / 2 * phase;

    /// <summary>Tells when files were last due.</summary>
    public static DateTimeOffset LastDue(DateTimeOffset now) => now - SinceLast(now, DueInCycle);

    /// <summary>Tells whether an answer of that time is too old to be this cycle's.</summary>
    public bool IsOfAnEarlierCycle(DateTimeOffset fetchedAt, DateTimeOffset now) => options.RefreshInterval is null && fetchedAt < LastDue(now);

    /// <summary>Tells when to ask again.</summary>
    /// <param name="now">The time when a refresh ended.</param>
    /// <param name="failures">How many refreshes failed in a row; 0 after a good one.</param>
    /// <param name="retryAfter">How long LCRA asked to wait; null when it did not say.</param>
    public DateTimeOffset Next(DateTimeOffset now, int failures, TimeSpan? retryAfter)
    {
        if (options.RefreshInterval is { } interval)
        {
            return now + interval;
        }

        // What came before the earliest time may be the files of before, so it does not count for this cycle.
        TimeSpan untilNext = Cycle - SinceLast(now, _earliest) + _phase;
        if (failures == 0)
        {
            return now + untilNext;
        }

        TimeSpan delay = AfterAFailure * Math.Pow(2, Math.Min(failures - 1, MaxDoublings));
        delay = delay < untilNext ? delay : untilNext;
        return now + (retryAfter > delay ? TimeSpan.FromTicks(Math.Min(retryAfter.Value.Ticks, Cycle.Ticks)) : delay);
    }

    // A quarter of an hour begins at the same instants in every time zone of whole quarters, so the change of clocks plays no part.
    private static TimeSpan SinceLast(DateTimeOffset now, TimeSpan inCycle) =>
        TimeSpan.FromTicks((now.UtcTicks - inCycle.Ticks) % Cycle.Ticks);
}
