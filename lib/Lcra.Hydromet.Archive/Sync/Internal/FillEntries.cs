namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>The entries of a queue, in turns between sites.</summary>
internal sealed class FillEntries(int capacity, int maxOfSite)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<SiteId, Queue<FillEntry>> _bySite = [];
    private readonly Queue<SiteId> _turns = new();
    private FillEntry? _taken;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _bySite.Values.Sum(queue => queue.Count) + (_taken is null ? 0 : 1);
            }
        }
    }

    public ArchiveFillQueued Add(FillEntry entry)
    {
        lock (_lock)
        {
            FillEntry[] ofSite = [.. _bySite.GetValueOrDefault(entry.History.Site) ?? [], .. _taken is { } taken && taken.History.Site == entry.History.Site ? [taken] : Array.Empty<FillEntry>()];
            if (Array.Exists(ofSite, queued => queued.Contains(entry)))
            {
                return ArchiveFillQueued.AlreadyQueued;
            }

            if (ofSite.Length >= maxOfSite || Count >= capacity)
            {
                return ArchiveFillQueued.Full;
            }

            Enqueue(entry);
            return ArchiveFillQueued.Queued;
        }
    }

    /// <summary>Takes the next entry of the site whose turn it is; null when there is none.</summary>
    public FillEntry? Take()
    {
        lock (_lock)
        {
            _taken = null;
            if (!_turns.TryDequeue(out SiteId site))
            {
                return null;
            }

            Queue<FillEntry> queue = _bySite[site];
            _taken = queue.Dequeue();
            if (queue.Count == 0)
            {
                _bySite.Remove(site);
            }
            else
            {
                _turns.Enqueue(site);
            }

            return _taken;
        }
    }

    /// <summary>Puts the taken entry behind the others.</summary>
    public void Return(FillEntry entry)
    {
        lock (_lock)
        {
            _taken = null;
            Enqueue(entry);
        }
    }

    /// <summary>Forgets the taken entry, which is done.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _taken = null;
        }
    }

    private void Enqueue(FillEntry entry)
    {
        if (!_bySite.TryGetValue(entry.History.Site, out Queue<FillEntry>? queue))
        {
            _bySite.Add(entry.History.Site, queue = new Queue<FillEntry>());
            _turns.Enqueue(entry.History.Site);
        }

        queue.Enqueue(entry);
    }
}
