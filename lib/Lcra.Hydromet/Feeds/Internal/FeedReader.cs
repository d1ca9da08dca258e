using CsvHelper;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Reads a CSV feed whole, or says why it is none.</summary>
internal static class FeedReader
{
    // LCRA has some 250 gauges. What is larger by far is no feed, and its rows would need several times the memory of its bytes.
    private const int MaxRows = 100_000;

    // No line breaks in quotes: one unbalanced quote must not swallow the rows behind it, and a record is a line.
    // No trimming: it would cost as much as all the rest, and few cells need it.
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        SkipEmptyLines = false,
    };

    /// <summary>Reads a feed.</summary>
    /// <param name="definition">What is known of the feed.</param>
    /// <param name="body">The bytes that LCRA sent.</param>
    /// <param name="fetchedAt">When they left LCRA, as far as is known.</param>
    /// <param name="alike">Rows of a feed that most likely lists the same sites; null when there are none.</param>
    /// <param name="charset">The charset that the response names; null when it names none.</param>
    /// <param name="receivedAt">When they came by the client's own clock, after which nothing can have been read; null for <paramref name="fetchedAt"/>.</param>
    public static FeedTable Read(
        FeedDefinition definition, ReadOnlyMemory<byte> body, DateTimeOffset fetchedAt, FeedRow[]? alike = null, string? charset = null, DateTimeOffset? receivedAt = null)
    {
        HydrometFeed feed = definition.Feed;
        ReadOnlyMemory<byte> text = FeedText.ToUtf8(body, charset, out string? encoding).TrimStart(" \t\r\n\0"u8);
        if (text.IsEmpty)
        {
            throw Broken(feed, $"{feed} is empty. LCRA may be rewriting it: try again in a minute.");
        }

        if (text.Span[0] == '<')
        {
            throw Broken(
                feed,
                $"{feed} came as a web page, not as CSV. LCRA may be down or may have blocked the request: try again later.",
                FindingList.Shorten(text.Span),
                WebPage.KindOf(text.Span));
        }

        bool endsInLine = text.Span.TrimEnd(" \t\0"u8) is [.., not ((byte)'\n' or (byte)'\r')];
        int rows = Math.Max(text.Span.Count((byte)'\n'), text.Span.Count((byte)'\r')) - (endsInLine ? 0 : 1);
        if (rows > MaxRows)
        {
            throw Broken(feed, $"{feed} has {rows} rows; at most {MaxRows} are read. Check what is at the address, then try again.", kind: HydrometFailureKind.TooLarge);
        }

        return Pass(width: null, out int commonWidth) ?? Pass(commonWidth, out _)!;

        FeedTable? Pass(int? width, out int commonWidth)
        {
            using CsvReader csv = CsvReader.Create(text, Options);
            FeedPass pass = new(definition, csv, fetchedAt, receivedAt ?? fetchedAt, rows, encoding);
            FeedTable? table = pass.Run(width, endsInLine, new KnownRows(alike));
            commonWidth = pass.CommonWidth;
            return table;
        }
    }

    private static HydrometFormatException Broken(
        HydrometFeed feed, string message, string? value = null, HydrometFailureKind kind = HydrometFailureKind.Unreadable) =>
        new(message) { Feed = feed, Line = 1, Value = value, Kind = kind, IsTransient = true };
}
