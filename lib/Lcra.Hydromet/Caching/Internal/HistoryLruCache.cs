namespace Lcra.Hydromet.Caching.Internal;

/// <summary>The histories that were asked for lately, few and bounded; one download at a time of each.</summary>
internal sealed class HistoryLruCache<TRecord>(RefreshingCacheSettings settings)
    where TRecord : notnull
{
    private const int MaxRecords = 250_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<HistoryKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _newestFirst = [];

    /// <summary>Gets a history.</summary>
    /// <param name="key">What is asked for.</param>
    /// <param name="download">Downloads it; only the first caller's is used.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    public async ValueTask<CachedHistory<TRecord>> GetAsync(
        HistoryKey key, Func<CancellationToken, IAsyncEnumerable<TRecord>> download, CancellationToken cancellationToken)
    {
        CachedHistory<TRecord> history = await Find(key, download).GetAsync(othersRefresh: false, cancellationToken).ConfigureAwait(false);
        Trim();
        return history;
    }

    private RefreshingCacheEntry<CachedHistory<TRecord>> Find(HistoryKey key, Func<CancellationToken, IAsyncEnumerable<TRecord>> download)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? known))
            {
                _newestFirst.Remove(known);
                _newestFirst.AddFirst(known);
                return known.Value.History;
            }

            RefreshingCacheEntry<CachedHistory<TRecord>> history = new(
                settings, key.Feed, $"history of {key.Site}", (earlier, lifetime) => DownloadAsync(earlier, download(lifetime)), Freshness.Of);
            _entries.Add(key, _newestFirst.AddFirst(new Entry(key, history)));
            return history;
        }
    }

    private async Task<CachedHistory<TRecord>> DownloadAsync(CachedHistory<TRecord>? earlier, IAsyncEnumerable<TRecord> download)
    {
        DateTimeOffset fetchedAt = CentralTime.At(settings.Clock.GetUtcNow());
        try
        {
            List<TRecord> records = [];
            await foreach (TRecord record in download.ConfigureAwait(false))
            {
                records.Add(record);
            }

            return new CachedHistory<TRecord> { Records = records, FetchedAt = fetchedAt };
        }
        catch (HydrometException failure) when (earlier is not null)
        {
            return earlier with { Failure = failure };
        }
    }

    private void Trim()
    {
        lock (_lock)
        {
            int count = 0;
            long records = 0;
            for (LinkedListNode<Entry>? node = _newestFirst.First, next; node is not null; node = next)
            {
                next = node.Next;
                records += node.Value.History.Current?.Records.Count ?? 0;
                if (++count > settings.Options.MaxHistories || records > MaxRecords)
                {
                    _newestFirst.Remove(node);
                    _entries.Remove(node.Value.Key);
                }
            }
        }
    }

    private sealed record Entry(HistoryKey Key, RefreshingCacheEntry<CachedHistory<TRecord>> History);
}
