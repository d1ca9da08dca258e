namespace Lcra.Hydromet.Http.Internal;

/// <summary>A content whose body is in memory, in an array that serves again when the content is closed.</summary>
internal sealed class LoadedContent : ByteArrayContent
{
    private readonly BodyBuffer _body;
    private bool _isGivenAway;

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
    public ReadOnlyMemory<byte> Body => _body.Memory;

    /// <summary>Gives the body to a caller, who disposes of it.</summary>
    public BodyBuffer Detach()
    {
        _isGivenAway = true;
        return _body;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isGivenAway)
        {
            _body.Dispose();
        }

        base.Dispose(disposing);
    }
}
