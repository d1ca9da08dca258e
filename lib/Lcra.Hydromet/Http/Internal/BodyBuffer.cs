using System.Buffers;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>A body in one array that grows to a limit, and that others use when this one is disposed of.</summary>
/// <param name="buffers">Where the array comes from.</param>
/// <param name="maxBytes">The most bytes that the body may have.</param>
/// <param name="capacity">The bytes that are expected; zero when nobody knows.</param>
internal sealed class BodyBuffer(BodyBuffers buffers, long maxBytes, int capacity = 0) : IMemoryOwner<byte>
{
    private byte[]? _array = buffers.Rent(capacity);

    /// <summary>Gets the number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the body.</summary>
    /// <exception cref="ObjectDisposedException">Its array may have other bytes by now.</exception>
    public Memory<byte> Memory => Array.AsMemory(0, Length);

    /// <summary>Gets the array that the body is at the start of.</summary>
    /// <exception cref="ObjectDisposedException">It may have other bytes by now.</exception>
    public byte[] Array => _array ?? throw new ObjectDisposedException(nameof(BodyBuffer));

    /// <summary>Gets the failure of a body that is too large.</summary>
    public static HttpRequestException TooLarge(long maxBytes) =>
        new(HttpRequestError.ConfigurationLimitExceeded, $"The body has more than {maxBytes} bytes.");

    /// <summary>Appends bytes.</summary>
    /// <exception cref="HttpRequestException">The body is too large.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (Length + (long)bytes.Length > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Gets the room behind the body, at least of a size, to be filled before <see cref="Advance"/>.</summary>
    public Span<byte> GetSpan(int size)
    {
        if (Array.Length - Length < size)
        {
            byte[] larger = buffers.Rent(Length + size);
            Memory.CopyTo(larger);
            buffers.Return(Array);
            _array = larger;
        }

        return Array.AsSpan(Length);
    }

    /// <summary>Counts bytes that were filled as part of the body.</summary>
    /// <exception cref="HttpRequestException">The body is too large.</exception>
    public void Advance(int count) =>
        Length = Length + (long)count > maxBytes ? throw TooLarge(maxBytes) : Length + count;

    /// <summary>Removes bytes from the end.</summary>
    public void RemoveLast(int count) => Length -= count;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_array is { } array)
        {
            _array = null;
            buffers.Return(array);
        }
    }
}
