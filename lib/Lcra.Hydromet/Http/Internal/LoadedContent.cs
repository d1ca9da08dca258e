namespace Lcra.Hydromet.Http.Internal;

/// <summary>A content whose body is in memory, in an array that serves again when the content is closed.</summary>
internal sealed class LoadedContent : ByteArrayContent
{
    private BodyBuffer? _body;

    /// <summary>Initializes a new instance of the <see cref="LoadedContent"/> class.</summary>
    /// <param name="from">The content whose headers are taken over.</param>
    /// <param name="body">The body, which this content owns.</param>
    public LoadedContent(HttpContent from, BodyBuffer body)
        : base(body.Array, 0, body.Length)
    {
        _body = body;
        foreach ((string name, IEnumerable<string> values) in from.Headers)
        {
            if (name is not "Content-Length")
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    /// <summary>Gets the body, until the content is closed.</summary>
    /// <exception cref="ObjectDisposedException">It is closed, or the body was given away.</exception>
    public ReadOnlyMemory<byte> Body => _body?.Memory ?? throw new ObjectDisposedException(nameof(LoadedContent));

    /// <summary>Gives the body to a caller, who disposes of it. Two owners would use its array for two bodies.</summary>
    /// <exception cref="InvalidDataException">Another caller has it, or the content is closed.</exception>
    public BodyBuffer Detach() => Interlocked.Exchange(ref _body, null)
        ?? throw new InvalidDataException("The response was read before. A handler must give each request a response of its own.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Exchange(ref _body, null)?.Dispose();
        }

        base.Dispose(disposing);
    }
}
