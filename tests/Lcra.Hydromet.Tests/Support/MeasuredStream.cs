namespace Lcra.Hydromet.Tests.Support;

/// <summary>Keeps what is written and how long the longest piece was.</summary>
internal sealed class MeasuredStream : MemoryStream
{
    public int Longest { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Longest = Math.Max(Longest, buffer.Length);
        base.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }
}
