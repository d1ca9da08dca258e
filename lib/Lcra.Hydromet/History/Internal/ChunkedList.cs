namespace Lcra.Hydromet.History.Internal;

/// <summary>
/// A list that grows without copying, and has no array so large that only a collection of everything frees it: a year of readings becomes a
/// series in three quarters of the time.
/// </summary>
internal sealed class ChunkedList<T>
{
    private const int ChunkLength = 1_024;
    private readonly List<T[]> _chunks = [];
    private T[] _newest = [];

    public int Count { get; private set; }

    public T this[int index] => _chunks[index / ChunkLength][index % ChunkLength];

    public void Add(T value) => Extend(1)[0] = value;

    /// <summary>Adds items that the caller fills in: as many of a number, at least one, as the newest array has room for.</summary>
    public Span<T> Extend(int count)
    {
        int place = Count % ChunkLength;
        if (place == 0)
        {
            // Zeros that are overwritten would take a tenth of the time of a packed year.
            _newest = GC.AllocateUninitializedArray<T>(ChunkLength);
            _chunks.Add(_newest);
        }

        Span<T> added = _newest.AsSpan(place, Math.Min(count, ChunkLength - place));
        Count += added.Length;
        return added;
    }

    /// <summary>Removes what is behind the first items.</summary>
    /// <param name="count">How many items stay.</param>
    public void Truncate(int count)
    {
        int chunks = (count + ChunkLength - 1) / ChunkLength;
        _chunks.RemoveRange(chunks, _chunks.Count - chunks);
        _newest = chunks == 0 ? [] : _chunks[^1];
        Count = count;
    }

    /// <summary>Gives back the room behind the last item; nothing is added any more.</summary>
    public void TrimExcess()
    {
        if (Count % ChunkLength is > 0 and int used)
        {
            _chunks[^1] = _newest[..used];
        }
    }

    public T[] ToArray()
    {
        T[] all = new T[Count];
        for (int chunk = 0; chunk < _chunks.Count; chunk++)
        {
            int start = chunk * ChunkLength;
            _chunks[chunk].AsSpan(0, Math.Min(ChunkLength, Count - start)).CopyTo(all.AsSpan(start));
        }

        return all;
    }
}
