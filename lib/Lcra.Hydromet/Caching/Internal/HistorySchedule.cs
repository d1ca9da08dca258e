namespace Lcra.Hydromet.Caching.Internal;

/// <summary>A history expires after its lifetime. A failed one is retried after 1, 2, 4 and then every 8 minutes, or when LCRA says.</summary>
internal sealed class HistorySchedule(TimeSpan lifetime) : IRefreshSchedule
{
    private const int MaxDoublings = 3;
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(6);
    private readonly TimeSpan _afterFailure = TimeSpan.FromMinutes(1);

    public DateTimeOffset Next(DateTimeOffset now, IReadOnlyCollection<FeedStatus> feeds, HydrometException? failure, int failures)
    {
        if (failures == 0)
        {
            return now + lifetime;
        }

        TimeSpan delay = _afterFailure * Math.Pow(2, Math.Min(failures - 1, MaxDoublings));
        return now + (failure?.RetryAfter > delay ? TimeSpan.FromTicks(Math.Min(failure.RetryAfter.Value.Ticks, MaxRetryAfter.Ticks)) : delay);
    }
}
