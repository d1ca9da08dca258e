using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Puts the records of the two rain parameters into words: days, and counts.</summary>
internal static class RainHistory
{
    public static async IAsyncEnumerable<DailyRainfall> DaysAsync(
        IAsyncEnumerable<HistoryRecord> records, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Taken before the first request: a day that ends while the records come in was still running when it was asked for.
        DateOnly today = CentralTime.DayOf(clock.GetUtcNow());
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            DateOnly day = DateOnly.FromDateTime(record.ObservedAt.DateTime);
            yield return new DailyRainfall { Day = day, Inches = record.Value1, IsPartial = day >= today };
        }
    }

    public static async IAsyncEnumerable<AccumulatedRainfall> CountsAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (record.Value1 is { } inches)
            {
                yield return new AccumulatedRainfall(record.ObservedAt, inches);
            }
        }
    }
}
