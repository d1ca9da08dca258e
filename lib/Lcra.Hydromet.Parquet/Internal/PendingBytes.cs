namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>
/// Takes what the native writer writes, which is synchronous, until it is sent. What is not sent is dropped: the native writer ends even a
/// failed file with a footer.
/// </summary>
internal sealed class PendingBytes : MemoryStream
{
    private long _sent;

    /// <summary>Gets or sets the position in the whole file.</summary>
    public override long Position
    {
        get => _sent + base.Position;
        set => throw new NotSupportedException();
    }

    public async ValueTask SendAsync(Stream destination, CancellationToken cancellationToken)
    {
        int length = (int)Length;
        await destination.WriteAsync(GetBuffer().AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        _sent += length;
        SetLength(0);
    }
}
