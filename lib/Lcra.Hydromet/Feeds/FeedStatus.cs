using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>The status of one feed of a report.</summary>
public sealed record FeedStatus
{
    /// <summary>Gets the age above which a report is stale: three of LCRA's 15-minute cycles.</summary>
    public static TimeSpan StaleAfter { get; } = TimeSpan.FromMinutes(45);

    /// <summary>Gets the feed.</summary>
    public required HydrometFeed Feed { get; init; }

    /// <summary>Gets LCRA's report time, in Central time; null when the feed is unavailable.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Gets when the rows were downloaded, in Central time; null when the feed is unavailable.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Gets the number of rows with a valid site number.</summary>
    public int RowCount { get; init; }

    /// <summary>Gets the number of cells that are missing because they are not valid values.</summary>
    public int UnreadableValueCount { get; init; }

    /// <summary>Gets the number of rows skipped because they have no valid site number.</summary>
    public int SkippedRowCount { get; init; }

    /// <summary>Gets why the last download failed; null when it succeeded.</summary>
    public HydrometException? Failure { get; init; }

    /// <summary>Determines whether the feed is stale: its last refresh failed, or its report is more than 45 minutes old.</summary>
    /// <param name="now">The time to compare with.</param>
    /// <returns>True when stale; also when there is no report at all.</returns>
    public bool IsStaleAt(DateTimeOffset now) => Failure is not null || ReportedAt is not { } reported || now - reported > StaleAfter;

    /// <summary>Gets a value indicating whether the report has rows of this feed, including rows of an earlier download.</summary>
    public bool IsAvailable => FetchedAt is not null;

    /// <summary>Writes the feed, its report time and its rows on one line.</summary>
    /// <returns>Feed, report and fetch time, rows, and the failure of the last download.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feed}: {(ReportedAt is null ? "unavailable" : "reported ")}{ReportedAt:yyyy-MM-dd HH:mm zzz}{(FetchedAt is null ? "" : ", downloaded ")}{FetchedAt:yyyy-MM-dd HH:mm zzz}, {RowCount} rows, {UnreadableValueCount} unreadable values{(Failure is null ? "" : ", last download failed: ")}{Failure?.Kind}");
}
