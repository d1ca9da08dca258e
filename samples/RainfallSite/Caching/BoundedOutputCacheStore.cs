using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Caching.Memory;

namespace RainfallSite.Caching;

/// <summary>Stores cached responses in memory, with a maximum of bytes that includes the keys, and a maximum of entries.</summary>
internal sealed class BoundedOutputCacheStore : IOutputCacheStore, IDisposable
{
    public const int MaxBytes = 8 * 1024 * 1024;
    public const int MaxEntries = 2048;

    // Each entry counts at least this much, so that small ones reach the maximum of entries first.
    private const int MinEntryBytes = MaxBytes / MaxEntries;
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    public int Count => _entries.Count;

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_entries.Get<byte[]>(key));

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        _entries.Set(key, value, new MemoryCacheEntryOptions
        {
            AbsoluteExpirationRelativeToNow = validFor,
            Size = Math.Max(MinEntryBytes, value.Length + ((long)key.Length * sizeof(char))),
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Responses of this site have no tags; a new report has new keys.");

    public void Dispose() => _entries.Dispose();
}
