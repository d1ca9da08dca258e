namespace Lcra.Hydromet.Internal;

/// <summary>Takes in an answer's body, up to a limit.</summary>
internal static class BoundedBody
{
    public static Task LoadAsync(HttpContent content, long mostBytes, CancellationToken cancellationToken) =>
#if NET9_0_OR_GREATER
        content.LoadIntoBufferAsync(mostBytes, cancellationToken);
#else
        // .NET 8 cannot cancel this; whoever gives up disposes the answer, and that ends the reading.
        content.LoadIntoBufferAsync(mostBytes).WaitAsync(cancellationToken);
#endif
}
