namespace Lcra.Hydromet.Http.Internal;

/// <summary>A content whose body is in memory.</summary>
internal sealed class LoadedContent : ByteArrayContent
{
    /// <summary>Initializes a new instance of the <see cref="LoadedContent"/> class.</summary>
    /// <param name="from">The content whose headers are taken over.</param>
    /// <param name="buffer">The memory that the body is at the start of.</param>
    /// <param name="length">The length of the body.</param>
    public LoadedContent(HttpContent from, byte[] buffer, int length)
        : base(buffer, 0, length)
    {
        Body = buffer.AsMemory(0, length);
        foreach ((string name, IEnumerable<string> values) in from.Headers)
        {
            if (name is not "Content-Length")
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    /// <summary>Gets the body.</summary>
    public ReadOnlyMemory<byte> Body { get; }
}
