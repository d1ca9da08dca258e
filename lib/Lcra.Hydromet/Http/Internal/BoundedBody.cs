using Polly.Timeout;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Reads a body to its last byte, and no further than a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Gets the content with its body in memory once, for the framework's own buffer is copied to be read.</summary>
    public static async Task<LoadedContent> LoadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        if (content is LoadedContent loaded)
        {
            return loaded;
        }

        long announced = content.Headers.ContentLength ?? 0;
        if (announced > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        using BoundedMemory body = new(maxBytes, (int)announced);
        try
        {
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception undecodable) when (undecodable is not (HttpRequestException or IOException or InvalidDataException or OperationCanceledException or TimeoutRejectedException))
        {
            // A decompressor below a caller's HttpClient throws what it likes.
            throw new InvalidDataException(undecodable.Message, undecodable);
        }

        return new LoadedContent(content, body.GetBuffer(), (int)body.Length);
    }

    private static HttpRequestException TooLarge(long maxBytes) =>
        new(HttpRequestError.ConfigurationLimitExceeded, $"The body has more than {maxBytes} bytes.");

    private sealed class BoundedMemory(long maxBytes, int capacity) : MemoryStream(capacity)
    {
        // Every other way of writing ends here.
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            base.Write(buffer, offset, count);
        }
    }
}
