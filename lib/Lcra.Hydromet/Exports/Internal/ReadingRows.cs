using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Merges the sorted series of several sites, with one record of each in memory.</summary>
internal static class ReadingRows
{
    public static async IAsyncEnumerable<ReadingRow> MergeAsync<TRecord>(
        IEnumerable<IAsyncEnumerable<TRecord>> sites,
        Func<TRecord, DateTimeOffset> time,
        Func<TRecord, decimal?> value,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<IAsyncEnumerator<TRecord>> series = [];
        PriorityQueue<int, long> next = new();
        try
        {
            foreach (IAsyncEnumerable<TRecord> site in sites)
            {
                series.Add(site.GetAsyncEnumerator(cancellationToken));
                await AdvanceAsync(series.Count - 1, long.MinValue).ConfigureAwait(false);
            }

            while (next.TryPeek(out int first, out long ticks))
            {
                DateTimeOffset at = time(series[first].Current);
                decimal?[] values = new decimal?[series.Count];

                // Of two records of one instant the later one counts.
                while (next.TryPeek(out int site, out long other) && other == ticks)
                {
                    next.Dequeue();
                    values[site] = value(series[site].Current);
                    await AdvanceAsync(site, ticks).ConfigureAwait(false);
                }

                yield return new ReadingRow { At = at, Values = values };
            }
        }
        finally
        {
            foreach (IAsyncEnumerator<TRecord> site in series)
            {
                await site.DisposeAsync().ConfigureAwait(false);
            }
        }

        async ValueTask AdvanceAsync(int site, long after)
        {
            if (await series[site].MoveNextAsync().ConfigureAwait(false))
            {
                long ticks = time(series[site].Current).UtcTicks;
                if (ticks < after)
                {
                    throw new ArgumentException("The records of each site must be in order, oldest first.", nameof(sites));
                }

                next.Enqueue(site, ticks);
            }
        }
    }
}
