using System.Buffers;
using System.Globalization;
using System.Net;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>What came over the wire for one feed. Its body is gone once it is disposed of.</summary>
/// <param name="Bytes">The feed's bytes; null when none came.</param>
/// <param name="FetchedAt">When they left LCRA, as far as is known.</param>
/// <param name="Failure">Why there is no new response; with a body, why the body is an old one.</param>
/// <param name="Validators">The validators for the next request; null when the response had none.</param>
/// <param name="IsUnchanged">Whether the server says that the earlier response is still current.</param>
internal sealed record FeedResponse(
    IMemoryOwner<byte>? Bytes, DateTimeOffset FetchedAt, HydrometException? Failure, FeedValidators? Validators = null, bool IsUnchanged = false) : IDisposable
{
    /// <summary>Gets the feed's bytes; null when none came.</summary>
    public ReadOnlyMemory<byte>? Body => Bytes?.Memory;

    /// <summary>
    /// Gets when the bytes came by the client's own clock. What a cache says about their age may be wrong, so this is what decides
    /// whether a reading is of the future.
    /// </summary>
    public DateTimeOffset ReceivedAt { get; init; } = FetchedAt;

    /// <summary>Gets the charset that the response names; null when it names none.</summary>
    public string? Charset { get; init; }

    /// <summary>Gets the HTTP status; null when no response came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    public FeedResult Read(FeedDefinition definition, FeedRow[]? alike, FeedTable? earlier = null)
    {
        if (IsUnchanged || Body is not { } body)
        {
            return new FeedResult(definition.Feed, IsUnchanged ? Confirmed(earlier!) : earlier, Failure);
        }

        try
        {
            FeedTable table = FeedReader.Read(definition, body, FetchedAt, alike, Charset, ReceivedAt) with { Validators = Validators };
            return IsOlderThan(earlier?.FetchedAt) ? new FeedResult(definition.Feed, earlier, Failure) : Accept(table, earlier);
        }
        catch (HydrometFormatException failure)
        {
            return new FeedResult(definition.Feed, earlier, failure);
        }
    }

    public void Dispose() => Bytes?.Dispose();

    /// <summary>Tells whether this is an old response, and older than the one in use.</summary>
    public bool IsOlderThan(DateTimeOffset? earlier) => Failure is not null && earlier > FetchedAt;

    /// <summary>Tells whether a report is older than the one at hand, which is not stamped in the future.</summary>
    public bool HasOlderReport(DateTimeOffset? reported, DateTimeOffset? earlier) => reported < earlier && earlier <= ReceivedAt + FeedTable.ClockSkew;

    /// <summary>Says that a download with an older report was not used.</summary>
    public static Finding OlderReport(HydrometFeed feed, DateTimeOffset? reported, DateTimeOffset? earlier) => new()
    {
        Kind = FindingKind.OlderReport,
        Feed = feed,
        Message = string.Create(CultureInfo.InvariantCulture, $"The last download of {feed} has the report of {reported:yyyy-MM-dd HH:mm}, which is older than the one of {earlier:yyyy-MM-dd HH:mm} that is used."),
    };

    private FeedResult Accept(FeedTable table, FeedTable? earlier)
    {
        if (earlier is not null && HasOlderReport(table.ReportedAt, earlier.ReportedAt))
        {
            return new FeedResult(table.Feed, earlier, Failure, OlderReport(table.Feed, table.ReportedAt, earlier.ReportedAt));
        }

        CompletenessVerdict verdict = IncompleteDownload.Judge(
            table.Feed, earlier?.Rows.Select(row => row.Number), Array.ConvertAll(table.Rows, row => row.Number), table.EndsInLine, earlier?.Incomplete);

        // Of two downloads that both end inside a line, the longer one is nearer to the whole feed.
        bool isUsed = verdict.Failure is null || earlier is null || (earlier.EndsInLine && table.Rows.Length > earlier.Rows.Length);
        FeedTable used = isUsed ? table with { Validators = verdict.Failure is null ? table.Validators : null } : earlier!;
        return new FeedResult(table.Feed, used with { Incomplete = verdict.Incomplete }, Failure ?? verdict.Failure, verdict.Finding);
    }

    private FeedTable Confirmed(FeedTable earlier) =>
        IsOlderThan(earlier.FetchedAt) ? earlier : earlier with
        {
            FetchedAt = CentralTime.At(FetchedAt),
            Validators = Validators ?? earlier.Validators,
            Incomplete = earlier.EndsInLine ? earlier.Incomplete : null,
        };
}
