using Polly.Timeout;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Reads a body to its last byte, and no further than a limit.</summary>
internal static class BoundedBody
{
    public static async Task LoadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            await content.LoadIntoBufferAsync(maxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception undecodable) when (undecodable is not (HttpRequestException or IOException or InvalidDataException or OperationCanceledException or TimeoutRejectedException))
        {
            // A decompressor below a caller's HttpClient throws what it likes.
            throw new InvalidDataException(undecodable.Message, undecodable);
        }
    }
}
