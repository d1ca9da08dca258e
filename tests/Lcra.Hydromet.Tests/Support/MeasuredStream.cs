namespace Lcra.Hydromet.Tests.Support;

/// <summary>Keeps what is written and how long the longest piece was.</summary>
internal sealed class MeasuredStream : MemoryStream
{
    public int Longest { get; private set; }

    // The other ways to write come down to this one.
    public override void Write(byte[] buffer, int offset, int count)
    {
        Longest = Math.Max(Longest, count);
        base.Write(buffer, offset, count);
    }
}
