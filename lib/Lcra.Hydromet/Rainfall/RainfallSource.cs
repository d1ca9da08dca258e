using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>Where a rainfall total comes from.</summary>
public sealed record RainfallSource
{
    /// <summary>Gets the feed.</summary>
    public required HydrometFeed Feed { get; init; }

    /// <summary>Gets the column as the feed's header spells it; null when the feed or the column is absent.</summary>
    public string? Column { get; init; }

    /// <summary>Gets LCRA's report time of that feed, in Central time; null when the feed is unavailable.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Gets when the feed was downloaded, in Central time; null when the feed is unavailable.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>Gets a value indicating whether the last refresh of the feed failed, so that this is an earlier response.</summary>
    public bool RefreshFailed { get; init; }

    /// <summary>Determines whether the response is stale: its last refresh failed, or its report is more than 45 minutes old.</summary>
    /// <param name="now">The time to compare with.</param>
    /// <returns>True when stale; also when there is no report at all.</returns>
    public bool IsStaleAt(DateTimeOffset now) => RefreshFailed || ReportedAt is not { } reported || now - reported > FeedStatus.StaleAfter;

    /// <summary>Writes the feed, its column and its times on one line.</summary>
    /// <returns>Feed, column, report and fetch time.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feed}{(Column is null ? "" : ": ")}{Column}{(ReportedAt is null ? "" : ", reported ")}{ReportedAt:yyyy-MM-dd HH:mm zzz}{(FetchedAt is null ? "" : ", downloaded ")}{FetchedAt:yyyy-MM-dd HH:mm zzz}{(RefreshFailed ? ", last refresh failed" : "")}");
}
