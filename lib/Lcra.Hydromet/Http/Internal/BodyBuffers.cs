using System.Numerics;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>
/// Arrays that held bodies, to be used again. The collector frees large arrays late, so without it several bodies that nobody
/// needs are in memory. The references are weak: nothing is kept that the collector wants to free.
/// </summary>
internal sealed class BodyBuffers
{
    private const int MaxFree = 8;
    private const int MinLength = 16 * 1024;
    private readonly Lock _lock = new();
    private readonly List<WeakReference<byte[]>> _free = new(MaxFree);

    /// <summary>Gets an array with at least a length; its content is arbitrary.</summary>
    public byte[] Rent(int length)
    {
        lock (_lock)
        {
            _free.RemoveAll(free => !free.TryGetTarget(out _));
            byte[]? smallest = null;
            foreach (WeakReference<byte[]> free in _free)
            {
                if (free.TryGetTarget(out byte[]? array) && array.Length >= length && (smallest is null || array.Length < smallest.Length))
                {
                    smallest = array;
                }
            }

            if (smallest is not null)
            {
                _free.RemoveAll(free => free.TryGetTarget(out byte[]? array) && ReferenceEquals(array, smallest));
                return smallest;
            }
        }

        uint rounded = BitOperations.RoundUpToPowerOf2((uint)Math.Max(length, MinLength));
        return GC.AllocateUninitializedArray<byte>(rounded > Array.MaxLength ? length : (int)rounded);
    }

    /// <summary>Takes back an array that nobody uses any longer.</summary>
    public void Return(byte[] array)
    {
        lock (_lock)
        {
            if (_free.Count == MaxFree)
            {
                _free.RemoveAt(0);
            }

            _free.Add(new WeakReference<byte[]>(array));
        }
    }
}
