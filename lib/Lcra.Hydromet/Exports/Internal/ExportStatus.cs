namespace Lcra.Hydromet.Exports.Internal;

/// <summary>The <c>status</c> of an exported value, which is never empty.</summary>
internal static class ExportStatus
{
    public const string Measured = "measured";

    // As for rain: a gauge reports as long as it was read at most an hour before the report.
    private static readonly TimeSpan MaxReadingAge = TimeSpan.FromHours(1);

    public static string Of(decimal? amount, MissingReason? missing) =>
        amount is not null ? Measured : ExportNames<MissingReason>.Of(missing ?? MissingReason.Blank);

    public static bool IsMeasured(string status) => string.Equals(status, Measured, StringComparison.Ordinal);

    /// <summary>Gets the status of a current level, which is stale when its report is old, or when it was read long before the report.</summary>
    /// <param name="level">The level; null when it is missing.</param>
    /// <param name="observed">When it was read.</param>
    /// <param name="feed">The feed that it is from.</param>
    /// <param name="now">The time of the export; null when the report's age does not count.</param>
    public static string OfLevel(decimal? level, DateTimeOffset? observed, FeedStatus feed, DateTimeOffset? now) =>
        IsStale(level, observed, feed, now) ? ExportNames<MissingReason>.Of(MissingReason.Stale) : Of(level, missing: null);

    /// <inheritdoc cref="OfLevel"/>
    public static bool IsStale(decimal? level, DateTimeOffset? observed, FeedStatus feed, DateTimeOffset? now) =>
        level is not null && (feed.ReportedAt - observed > MaxReadingAge || now - feed.ReportedAt > FeedStatus.StaleAfter);
}
