namespace Lcra.Hydromet;

/// <summary>How one feed of a report came in.</summary>
public sealed record FeedStatus
{
    /// <summary>Gets how old a report may be before it is stale: three of LCRA's 15-minute cycles.</summary>
    public static TimeSpan StaleAfter { get; } = TimeSpan.FromMinutes(45);

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

    /// <summary>Tells whether the feed is stale: its last refresh failed, or its report is more than 45 minutes old.</summary>
    /// <param name="now">The time to judge by.</param>
    /// <returns>True when stale; also when there is no report at all.</returns>
    public bool IsStaleAt(DateTimeOffset now) => Failure is not null || ReportedAt is not { } reported || now - reported > StaleAfter;

    /// <summary>Gets a value indicating whether the report has rows of this feed, be they from an earlier download.</summary>
    public bool IsAvailable => FetchedAt is not null;
}
