using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace RainfallSite.Tests.Operations;

/// <summary>Stores every response without expiration, and counts.</summary>
internal sealed class CountingStore : IOutputCacheStore
{
    private readonly ConcurrentDictionary<string, byte[]> _responses = new(StringComparer.Ordinal);
    private int _added;
    private int _found;

    public int Added => Volatile.Read(ref _added);

    public int Found => Volatile.Read(ref _found);

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken)
    {
        if (_responses.TryGetValue(key, out byte[]? response))
        {
            Interlocked.Increment(ref _found);
        }

        return ValueTask.FromResult(response);
    }

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        _responses[key] = value;
        Interlocked.Increment(ref _added);
        return ValueTask.CompletedTask;
    }
}
