using System.Buffers;
using System.IO.Compression;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Decodes a whole compressed body and checks that it ends where its coding says.</summary>
internal static class ContentDecoder
{
    private const int Step = 81_920;

    // A gzip body may have several members. One more, behind the body, is decoded only if the body is complete.
    private static readonly byte[] EndMark = "the end of the body"u8.ToArray();
    private static readonly byte[] EndMember = Compress(EndMark);

    public static byte[] Gzip(byte[] body, int maxBytes)
    {
        try
        {
            byte[] decoded = Inflate([.. body, .. EndMember], (long)maxBytes + EndMark.Length);
            if (body.Length > 0 && decoded.AsSpan().EndsWith(EndMark))
            {
                return decoded[..^EndMark.Length];
            }
        }
        catch (InvalidDataException)
        {
            // Decoding the body alone tells whether it is cut or damaged.
        }

        _ = Inflate(body, maxBytes);
        throw Cut("gzip");
    }

    public static byte[] Brotli(ReadOnlySpan<byte> body, int maxBytes)
    {
        ArrayBufferWriter<byte> decoded = new();
        using BrotliDecoder decoder = default;
        while (true)
        {
            OperationStatus status = decoder.Decompress(body, decoded.GetSpan(Step), out int consumed, out int written);
            body = body[consumed..];
            decoded.Advance(written);
            ThrowIfOver(decoded.WrittenCount, maxBytes);
            switch (status)
            {
                case OperationStatus.Done:
                    return body.IsEmpty ? decoded.WrittenSpan.ToArray() : throw Damaged("br");
                case OperationStatus.NeedMoreData:
                    throw Cut("br");
                case OperationStatus.InvalidData:
                    throw Damaged("br");
            }
        }
    }

    private static byte[] Inflate(byte[] body, long maxBytes)
    {
        using GZipStream gzip = new(new MemoryStream(body), CompressionMode.Decompress);
        ArrayBufferWriter<byte> decoded = new();
        int read;
        while ((read = gzip.Read(decoded.GetSpan(Step))) > 0)
        {
            decoded.Advance(read);
            ThrowIfOver(decoded.WrittenCount, maxBytes);
        }

        return decoded.WrittenSpan.ToArray();
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

    private static void ThrowIfOver(int length, long maxBytes)
    {
        if (length > maxBytes)
        {
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "The decoded response is too large.");
        }
    }

    private static HttpIOException Cut(string coding) => new(HttpRequestError.ResponseEnded, $"The {coding} body ends early.");

    private static InvalidDataException Damaged(string coding) => new($"The {coding} body is damaged.");
}
