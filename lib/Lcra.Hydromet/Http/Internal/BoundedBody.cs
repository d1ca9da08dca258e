using System.Diagnostics.CodeAnalysis;
using Polly.Timeout;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Reads a body to its last byte, and no further than a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Replaces the content of a response by one with its body in memory once, for the framework's own buffer is copied to be read.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The content owns the body and disposes of it.")]
    public static async Task<LoadedContent> LoadAsync(HttpResponseMessage response, BodyBuffers buffers, long maxBytes, CancellationToken cancellationToken)
    {
        if (response.Content is not LoadedContent loaded)
        {
            using HttpContent sent = response.Content;
            loaded = new LoadedContent(sent, await ReadAsync(sent, buffers, maxBytes, cancellationToken).ConfigureAwait(false));
            response.Content = loaded;
        }

        return loaded;
    }

    private static async Task<BodyBuffer> ReadAsync(HttpContent content, BodyBuffers buffers, long maxBytes, CancellationToken cancellationToken)
    {
        long announced = content.Headers.ContentLength ?? 0;
        if (announced > maxBytes)
        {
            throw BodyBuffer.TooLarge(maxBytes);
        }

        BodyBuffer body = new(buffers, maxBytes, (int)announced);
        try
        {
            using Sink stream = new(body);
            await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            return body;
        }
        catch (Exception failure)
        {
            // What a canceled copy left running may still write, so nobody uses its array again.
            if (failure is not OperationCanceledException)
            {
                body.Dispose();
            }

            // A decompressor below a caller's HttpClient throws what it likes.
            if (failure is HttpRequestException or IOException or InvalidDataException or OperationCanceledException or TimeoutRejectedException)
            {
                throw;
            }

            throw new InvalidDataException(failure.Message, failure);
        }
    }

    private sealed class Sink(BodyBuffer body) : MemoryStream(0)
    {
        // Every other way of writing ends in one of these.
        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void WriteByte(byte value) => Write([value]);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            ObjectDisposedException.ThrowIf(!CanWrite, this);
            body.Write(buffer);
        }
    }
}
