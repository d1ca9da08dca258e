using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Archive;

/// <content>Records as readings, and by the hour.</content>
public sealed partial class HydrometArchive
{
    private static async IAsyncEnumerable<AccumulatedRainfall> ReadCountsAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
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

    private static async IAsyncEnumerable<HistoryRecord> FirstOfEachHourAsync(
        IAsyncEnumerable<HistoryRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? hour = null;
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            long current = record.ObservedAt.UtcTicks / TimeSpan.TicksPerHour;
            if (current != hour)
            {
                hour = current;
                yield return record;
            }
        }
    }
}
