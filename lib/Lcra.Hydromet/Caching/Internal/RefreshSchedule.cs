using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>The times of refreshes: LCRA's files are due one minute past each quarter of an hour.</summary>
/// <param name="options">The jitter, or a fixed interval.</param>
/// <param name="phase">The position of this cache in the jitter, from 0 to 1.</param>
internal sealed class RefreshSchedule(HydrometCacheOptions options, double phase) : IRefreshSchedule
{
    private const int MaxDoublings = 3;
    private static readonly TimeSpan DueInCycle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMinutes(1);
    private readonly TimeSpan _earliest = DueInCycle + (options.RefreshJitter / 2);
    private readonly TimeSpan _phase = options.RefreshJitter / 2 * phase;

    /// <summary>Gets when files were last due.</summary>
    public static DateTimeOffset LastDue(DateTimeOffset now) => now - ReportCycle.Since(now, DueInCycle);

    /// <inheritdoc/>
    public bool IsOfAnEarlierCycle(DateTimeOffset fetchedAt, DateTimeOffset now) => options.RefreshInterval is null && fetchedAt < LastDue(now);

    /// <inheritdoc/>
    public DateTimeOffset CurrentSince(DateTimeOffset now) =>
        now - (options.RefreshInterval is { } interval ? interval / 2 : ReportCycle.Since(now, _earliest));

    /// <inheritdoc/>
    public DateTimeOffset Next(DateTimeOffset now, int failures, TimeSpan? retryAfter)
    {
        if (options.RefreshInterval is { } interval)
        {
            return now + interval;
        }

        // A download before the earliest time can be of the earlier files, so it does not count for this cycle.
        TimeSpan untilNext = ReportCycle.Until(now, _earliest) + _phase;
        if (failures == 0)
        {
            return now + untilNext;
        }

        TimeSpan delay = AfterAFailure * Math.Pow(2, Math.Min(failures - 1, MaxDoublings));
        delay = delay < untilNext ? delay : untilNext;
        return now + (retryAfter > delay ? TimeSpan.FromTicks(Math.Min(retryAfter.Value.Ticks, ReportCycle.Length.Ticks)) : delay);
    }
}
