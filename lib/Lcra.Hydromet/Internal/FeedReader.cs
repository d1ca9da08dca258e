using CsvHelper;

namespace Lcra.Hydromet.Internal;

/// <summary>Reads a CSV feed whole, or says why it is none.</summary>
internal static class FeedReader
{
    private const int LongestRecord = 64 * 1024;

    // One unbalanced quote must not swallow the rows behind it, hence no line breaks in quotes.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrimWhitespace = true,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = LongestRecord,
        TrackLineNumbers = true,
    };

    private static ReadOnlySpan<byte> Padding => [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];

    public static FeedTable Read(FeedDefinition definition, ReadOnlyMemory<byte> body, DateTimeOffset fetchedAt)
    {
        HydrometFeed feed = definition.Feed;
        ReadOnlySpan<byte> text = body.Span.Trim(Padding);
        if (text.IsEmpty)
        {
            throw Broken(feed, $"{feed} is empty. LCRA may be rewriting it: try again in a minute.", null, transient: true);
        }

        if (text[0] == '<')
        {
            string page = FindingList.Shorten(text)!;
            throw Broken(feed, $"{feed} came as a web page, not as CSV. LCRA may be down or may have blocked the request: try again later.", page, transient: true);
        }

        bool endsInLine = body.Span.TrimEnd(" \t\0"u8) is [.., not ((byte)'\n' or (byte)'\r')];
        try
        {
            return Pass(width: null, out int commonWidth) ?? Pass(commonWidth, out _)!;
        }
        catch (CsvFormatException malformed)
        {
            throw new HydrometFormatException($"{feed} is no CSV: {malformed.Message}", malformed)
            {
                Feed = feed,
                Line = malformed.LineNumber > 0 ? malformed.LineNumber : null,
            };
        }

        FeedTable? Pass(int? width, out int commonWidth)
        {
            using CsvReader csv = CsvReader.Create(body, Options);
            FeedPass pass = new(definition, csv, body.Span, fetchedAt);
            FeedTable? table = pass.Run(width, endsInLine);
            commonWidth = pass.CommonWidth;
            return table;
        }
    }

    private static HydrometFormatException Broken(HydrometFeed feed, string message, string? value, bool transient) =>
        new(message) { Feed = feed, Line = 1, Value = value, IsTransient = transient };
}
