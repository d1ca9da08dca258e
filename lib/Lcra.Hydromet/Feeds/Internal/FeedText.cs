using System.Text;
using System.Text.Unicode;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>The bytes of a response as UTF-8, whatever they are in.</summary>
internal static class FeedText
{
    private const int WesternEuropean = 1252;

    /// <summary>Gives the text of a body without its byte order mark.</summary>
    /// <param name="body">The bytes. Valid UTF-8 is read as UTF-8, whatever the label.</param>
    /// <param name="charset">The charset that the response names; null when it names none.</param>
    /// <param name="encoding">The name of the encoding that was read; null for UTF-8.</param>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, string? charset, out string? encoding)
    {
        encoding = null;
        switch (body.Span)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                body = body[3..];
                break;
            case [0xFF, 0xFE, ..]:
                return Encoding.Convert(Encoding.Unicode, Encoding.UTF8, body[2..].ToArray());
            case [0xFE, 0xFF, ..]:
                return Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, body[2..].ToArray());
            default:
                break;
        }

        if (Utf8.IsValid(body.Span))
        {
            return body;
        }

        Encoding from = Find(charset) ?? CodePagesEncodingProvider.Instance.GetEncoding(WesternEuropean)!;
        encoding = from.WebName;
        return Encoding.Convert(from, Encoding.UTF8, body.ToArray());
    }

    /// <summary>Says in a finding what bytes were found.</summary>
    public static string Message(HydrometFeed feed, string encoding) =>
        $"{feed} is not UTF-8; it was read as {encoding}. Names may be wrong; numbers are not affected.";

    // Latin-1 means Windows-1252 on the web, and a UTF-8 label on other bytes says nothing.
    private static Encoding? Find(string? charset)
    {
        string name = charset?.Trim(' ', '"', '\'') ?? "";
        if (name.Length == 0 || name.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            Encoding? found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return found is UnicodeEncoding or UTF32Encoding ? null : found;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
