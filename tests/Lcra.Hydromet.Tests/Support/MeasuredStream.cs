namespace Lcra.Hydromet.Tests.Support;

/// <summary>Stores what is written and the length of the longest write.</summary>
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
