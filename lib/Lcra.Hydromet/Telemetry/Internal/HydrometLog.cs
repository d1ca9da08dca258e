using Microsoft.Extensions.Logging;

namespace Lcra.Hydromet.Telemetry.Internal;

/// <summary>The library's log messages: its own names and numbers, never text from a response and never an address.</summary>
internal static partial class HydrometLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Feed} is retried in {Delay} (retry {Retry} of {MaxRetryAttempts}): {Reason}.")]
    public static partial void Retrying(this ILogger logger, string? feed, TimeSpan delay, int retry, int maxRetryAttempts, string reason);

    [LoggerMessage(2, LogLevel.Warning, "{Feed} is unavailable: {Kind}, status {Status}.")]
    public static partial void FeedBroken(this ILogger logger, string feed, HydrometFailureKind kind, int? status);

    [LoggerMessage(3, LogLevel.Information, "{Feed} has {Findings} findings, {UnreadableValues} unreadable values and {SkippedRows} rows without a site.")]
    public static partial void FindingsMade(this ILogger logger, string feed, int findings, int unreadableValues, int skippedRows);

    [LoggerMessage(4, LogLevel.Debug, "{Feed} of {ReportedAt} was read: {Rows} rows.")]
    public static partial void FeedRead(this ILogger logger, string feed, DateTimeOffset? reportedAt, int rows);
}
