namespace Lcra.Hydromet.Replay;

/// <summary>Reads the body of a response and restores it for the caller.</summary>
internal static class ReceivedBody
{
    /// <summary>Reads the whole body; null when it is longer than a limit, and then the caller still gets all of it.</summary>
    public static async Task<ReadOnlyMemory<byte>?> TakeAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
        {
            return null;
        }

        HttpContent received = response.Content;
        Stream body = await received.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using MemoryStream taken = new();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while (taken.Length <= limit && (count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            taken.Write(buffer.AsSpan(0, count));
        }

        ReadOnlyMemory<byte> whole = taken.ToArray();
        bool isWhole = whole.Length <= limit;
        response.Content = isWhole ? new ReadOnlyMemoryContent(whole) : new StreamContent(new ResumedStream(whole, body, received));
        foreach ((string name, var values) in received.Headers.NonValidated)
        {
            response.Content.Headers.TryAddWithoutValidation(name, values);
        }

        if (isWhole)
        {
            received.Dispose();
        }

        return isWhole ? whole : default(ReadOnlyMemory<byte>?);
    }
}
