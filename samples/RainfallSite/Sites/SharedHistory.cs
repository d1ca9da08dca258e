using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>
/// Keeps what was asked of LCRA's history for a while: visitors who ask for the same share one download, and one that is slow
/// goes on when its visitor has gone.
/// </summary>
internal sealed class SharedHistory(TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private const int Most = 100;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<object, Entry> _entries = [];

    public async Task<HistoryAnswer<T>> GetAsync<T>(object key, Func<CancellationToken, Task<T>> download, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return new HistoryAnswer<T>((T)await Share(key, download).WaitAsync(Patience, clock, cancellationToken), null, IsSlow: false);
        }
        catch (TimeoutException)
        {
            return new HistoryAnswer<T>(null, null, IsSlow: true);
        }
        catch (HydrometException failure)
        {
            return new HistoryAnswer<T>(null, failure, IsSlow: false);
        }
    }

    private Task<object> Share<T>(object key, Func<CancellationToken, Task<T>> download)
        where T : class
    {
        DateTimeOffset now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out Entry? kept) && !kept.Download.IsFaulted && !kept.Download.IsCanceled && now - kept.StartedAt < Fresh)
            {
                return kept.Download;
            }

            if (_entries.Count >= Most)
            {
                _entries.Remove(_entries.MinBy(entry => entry.Value.StartedAt).Key);
            }

            Entry entry = new(now, RunAsync(download));
            _entries[key] = entry;
            return entry.Download;
        }
    }

    private async Task<object> RunAsync<T>(Func<CancellationToken, Task<T>> download)
        where T : class
    {
        await Task.Yield();
        return await download(lifetime.ApplicationStopping);
    }

    private sealed record Entry(DateTimeOffset StartedAt, Task<object> Download);
}
