using Lcra.Hydromet;

namespace RainfallSite.Archive;

/// <summary>
/// What visitors requested and the archive lacks: one entry for each site and parameter, first come first served. A span that is requested
/// again only makes its entry longer, so no visitor can keep the others waiting.
/// </summary>
internal sealed class ArchiveQueue
{
    /// <summary>The bound: beyond it a request is not taken.</summary>
    public const int MaxEntries = 1_000;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<(SiteId Site, HistoryParameter Parameter), DateOnly> _entries = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>Requests the days from one on.</summary>
    /// <returns>Whether they are in the queue; false when it is full.</returns>
    public bool TryAdd(SiteId site, HistoryParameter parameter, DateOnly first)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue((site, parameter), out DateOnly queued))
            {
                _entries[(site, parameter)] = first < queued ? first : queued;
                return true;
            }

            if (_entries.Count >= MaxEntries)
            {
                return false;
            }

            _entries.Add((site, parameter), first);
            _added.TrySetResult();
            return true;
        }
    }

    /// <summary>Takes the oldest entry; null when none comes in time.</summary>
    public async Task<ArchiveQueueEntry?> TakeAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        Task added;
        lock (_lock)
        {
            if (Take() is { } waiting)
            {
                return waiting;
            }

            _added = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            added = _added.Task;
        }

        try
        {
            await added.WaitAsync(timeout, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }

        lock (_lock)
        {
            return Take();
        }
    }

    private ArchiveQueueEntry? Take()
    {
        if (_entries.Count == 0)
        {
            return null;
        }

        ((SiteId site, HistoryParameter parameter), DateOnly first) = _entries.GetAt(0);
        _entries.RemoveAt(0);
        return new ArchiveQueueEntry(site, parameter, first);
    }
}
