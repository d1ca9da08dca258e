using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Converts the records of the two rain parameters to daily and accumulated rainfall.</summary>
internal static class RainHistory
{
    public static async IAsyncEnumerable<DailyRainfall> DaysAsync(
        IAsyncEnumerable<HistoryRecord> records, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Read before the first request: a day that ends during the download was not over when it was requested.
        DateOnly today = CentralTime.DayOf(clock.GetUtcNow());
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            DateOnly day = DateOnly.FromDateTime(record.ObservedAt.DateTime);
            yield return new DailyRainfall { Day = day, Inches = record.Value1, OtherInches = record.OtherValue1, IsPartial = day >= today };
        }
    }

    public static async IAsyncEnumerable<AccumulatedRainfall> CountsAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A series takes the last reading of a time and flags that there is another.
            if (record.OtherValue1 is { } other)
            {
                yield return new AccumulatedRainfall(record.ObservedAt, other);
            }

            if (record.Value1 is { } inches)
            {
                yield return new AccumulatedRainfall(record.ObservedAt, inches);
            }
        }
    }
}
