using Microsoft.Extensions.Caching.Memory;

namespace RainfallSite.Caching;

/// <summary>Stores whole responses in memory, with a maximum of bytes that includes the keys, and a maximum of entries.</summary>
internal sealed class ResponseCache : IDisposable
{
    public const int MaxBytes = 8 * 1024 * 1024;
    public const int MaxEntries = 2048;

    private const int MaxBodyBytes = 512 * 1024;

    // Each entry counts at least this much, so that small ones reach the maximum of entries first.
    private const int MinEntryBytes = MaxBytes / MaxEntries;
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MaxBytes, TrackStatistics = true });

    /// <summary>Gets how many responses are stored, and how many were found.</summary>
    public (long Stored, long Found) Counts => _entries.GetCurrentStatistics() is { } now ? (now.CurrentEntryCount, now.TotalHits) : default;

    public CachedResponse? Find(string key) => _entries.Get<CachedResponse>(key);

    public void Add(string key, CachedResponse response, TimeSpan validFor)
    {
        if (response.Body.Length <= MaxBodyBytes)
        {
            _entries.Set(key, response, new MemoryCacheEntryOptions
            {
                AbsoluteExpirationRelativeToNow = validFor,
                Size = Math.Max(MinEntryBytes, response.Body.Length + ((long)key.Length * sizeof(char))),
            });
        }
    }

    public void Dispose() => _entries.Dispose();
}
