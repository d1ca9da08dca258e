namespace Lcra.Hydromet.Caching.Internal;

/// <summary>The histories that were requested lately, days and records together; one download at a time of each.</summary>
internal sealed class HistoryLruCache(RefreshingCacheSettings settings, long maxBytes = HistoryLruCache.DefaultMaxBytes)
{
    /// <summary>The estimated bytes that all histories together may occupy.</summary>
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    // An object with a time and three nullable decimals; a day is smaller.
    private const int BytesPerRecord = 128;
    private readonly Lock _lock = new();
    private readonly Dictionary<HistoryKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _newestFirst = [];

    /// <summary>Gets how many histories there are, failed ones and those under way included.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Gets a history.</summary>
    /// <param name="key">What is requested.</param>
    /// <param name="download">Downloads the history; only the first caller's is used.</param>
    /// <param name="cancellationToken">Cancels only this call.</param>
    public async Task<CachedHistory<TRecord>> GetAsync<TRecord>(
        HistoryKey key, Func<ICollection<Finding>, CancellationToken, IAsyncEnumerable<TRecord>> download, CancellationToken cancellationToken)
        where TRecord : notnull
    {
        RefreshingCacheEntry<CachedHistory<TRecord>> entry = Find(key, download);
        try
        {
            return await entry.GetAsync(othersRefresh: false, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Trim();
        }
    }

    private RefreshingCacheEntry<CachedHistory<TRecord>> Find<TRecord>(HistoryKey key, Func<ICollection<Finding>, CancellationToken, IAsyncEnumerable<TRecord>> download)
        where TRecord : notnull
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out LinkedListNode<Entry>? known))
            {
                _newestFirst.Remove(known);
                _newestFirst.AddFirst(known);
                return (RefreshingCacheEntry<CachedHistory<TRecord>>)known.Value.History;
            }

            RefreshingCacheEntry<CachedHistory<TRecord>> history = new(
                settings, key.Feed, $"history of {key.Site}", (earlier, lifetime) => DownloadAsync(earlier, findings => download(findings, lifetime)), Freshness.Of);
            _entries.Add(key, _newestFirst.AddFirst(new Entry(key, history, () => (history.Current?.Records.Count ?? 0) * (long)BytesPerRecord)));
            return history;
        }
    }

    private async Task<CachedHistory<TRecord>> DownloadAsync<TRecord>(CachedHistory<TRecord>? earlier, Func<ICollection<Finding>, IAsyncEnumerable<TRecord>> download)
        where TRecord : notnull
    {
        DateTimeOffset fetchedAt = CentralTime.At(settings.Clock.GetUtcNow());
        try
        {
            List<TRecord> records = [];
            List<Finding> findings = [];
            await foreach (TRecord record in download(findings).ConfigureAwait(false))
            {
                records.Add(record);
            }

            return new CachedHistory<TRecord> { Records = records, FetchedAt = fetchedAt, Findings = findings };
        }
        catch (HydrometException failure) when (earlier is not null)
        {
            return earlier with { Failure = failure };
        }
    }

    /// <summary>Removes what is over a limit, oldest first. A history that is too large by itself goes alone.</summary>
    private void Trim()
    {
        lock (_lock)
        {
            int count = 0;
            long bytes = 0;
            for (LinkedListNode<Entry>? node = _newestFirst.First, next; node is not null; node = next)
            {
                next = node.Next;
                long size = node.Value.Bytes();
                if (count == settings.Options.MaxHistories || bytes + size > maxBytes)
                {
                    _newestFirst.Remove(node);
                    _entries.Remove(node.Value.Key);
                    continue;
                }

                count++;
                bytes += size;
            }
        }
    }

    private sealed record Entry(HistoryKey Key, object History, Func<long> Bytes);
}
