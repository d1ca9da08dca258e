namespace Lcra.Hydromet;

/// <summary>How one feed of a report came in.</summary>
public sealed record FeedStatus
{
    /// <summary>Gets the feed.</summary>
    public required HydrometFeed Feed { get; init; }

    /// <summary>Gets LCRA's own report time, in Central time; null when the feed is not available.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Gets when the rows were downloaded, in Central time; null when the feed is not available.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Gets the number of rows that name a site.</summary>
    public int RowCount { get; init; }

    /// <summary>Gets the number of cells that are missing because they could not be read.</summary>
    public int UnreadableValueCount { get; init; }

    /// <summary>Gets the number of rows left out because they name no site.</summary>
    public int SkippedRowCount { get; init; }

    /// <summary>Gets why the last download failed; null when it succeeded.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Gets a value indicating whether the report has rows of this feed, be they from an earlier download.</summary>
    public bool IsAvailable => FetchedAt is not null;
}
