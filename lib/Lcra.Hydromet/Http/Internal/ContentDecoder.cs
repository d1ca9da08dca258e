using System.Buffers;
using System.IO.Compression;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Decodes a whole compressed body and checks that it ends where its coding says.</summary>
internal static class ContentDecoder
{
    // A gzip body may have several members. One more, behind the body, is decoded only if the body is complete.
    private static readonly byte[] EndMark = "the end of the body"u8.ToArray();
    private static readonly byte[] EndMember = Compress(EndMark);

    /// <summary>Decodes a body; the caller disposes of the result.</summary>
    public static BodyBuffer Gzip(ReadOnlySpan<byte> body, BodyBuffers buffers, int maxBytes)
    {
        try
        {
            BodyBuffer decoded = Inflate(body, EndMember, buffers, (long)maxBytes + EndMark.Length);
            if (body.Length > 0 && decoded.Memory.Span.EndsWith(EndMark))
            {
                decoded.RemoveLast(EndMark.Length);
                return decoded;
            }

            decoded.Dispose();
        }
        catch (InvalidDataException)
        {
            // Decoding the body alone tells whether it is cut or damaged.
        }

        Inflate(body, [], buffers, maxBytes).Dispose();
        throw Cut("gzip");
    }

    /// <summary>Decodes a body; the caller disposes of the result.</summary>
    public static BodyBuffer Brotli(ReadOnlySpan<byte> body, BodyBuffers buffers, int maxBytes)
    {
        BodyBuffer decoded = new(buffers, maxBytes);
        try
        {
            Decompress(body, decoded);
            return decoded;
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    private static void Decompress(ReadOnlySpan<byte> body, BodyBuffer decoded)
    {
        using BrotliDecoder decoder = default;
        OperationStatus status;
        do
        {
            status = decoder.Decompress(body, decoded.GetSpan(1), out int consumed, out int written);
            body = body[consumed..];
            decoded.Advance(written);
        }
        while (status == OperationStatus.DestinationTooSmall);
        if (status == OperationStatus.NeedMoreData)
        {
            throw Cut("br");
        }

        if (status == OperationStatus.InvalidData || !body.IsEmpty)
        {
            throw Damaged("br");
        }
    }

    private static BodyBuffer Inflate(ReadOnlySpan<byte> body, ReadOnlySpan<byte> more, BodyBuffers buffers, long maxBytes)
    {
        using BodyBuffer coded = new(buffers, long.MaxValue, body.Length + more.Length);
        coded.Write(body);
        coded.Write(more);
        using GZipStream gzip = new(new MemoryStream(coded.Array, 0, coded.Length), CompressionMode.Decompress);
        BodyBuffer decoded = new(buffers, maxBytes);
        try
        {
            int read;
            while ((read = gzip.Read(decoded.GetSpan(1))) > 0)
            {
                decoded.Advance(read);
            }

            return decoded;
        }
        catch
        {
            decoded.Dispose();
            throw;
        }
    }

    private static byte[] Compress(byte[] text)
    {
        using MemoryStream member = new();
        using (GZipStream gzip = new(member, CompressionLevel.Optimal))
        {
            gzip.Write(text);
        }

        return member.ToArray();
    }

    private static HttpIOException Cut(string coding) => new(HttpRequestError.ResponseEnded, $"The {coding} body ends early.");

    private static InvalidDataException Damaged(string coding) => new($"The {coding} body is damaged.");
}
