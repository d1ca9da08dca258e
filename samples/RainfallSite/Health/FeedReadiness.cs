using System.Text.Json;
using Lcra.Hydromet;

namespace RainfallSite.Health;

/// <summary>The age of a feed.</summary>
/// <param name="Feed">The feed's name.</param>
/// <param name="ReportedAt">The report's time; null when there is no report.</param>
/// <param name="FetchedAt">The time of the download; null when there is none.</param>
/// <param name="AgeMinutes">The age of the report; null when there is no report.</param>
/// <param name="Stale">Whether the last refresh failed or the report is old.</param>
/// <param name="Failure">Why the last refresh failed; null when it did not.</param>
internal sealed record FeedReadiness(
    string Feed, DateTimeOffset? ReportedAt, DateTimeOffset? FetchedAt, decimal? AgeMinutes, bool Stale, string? Failure)
{
    public static FeedReadiness At(DateTimeOffset now, FeedStatus feed) => new(
        feed.Feed.Name,
        feed.ReportedAt,
        feed.FetchedAt,
        feed.ReportedAt is { } reported ? Math.Round((now - reported).Ticks / (decimal)TimeSpan.TicksPerMinute, 1) : null,
        feed.IsStaleAt(now),
        feed.Failure is { } failure ? JsonNamingPolicy.CamelCase.ConvertName(failure.Kind.ToString()) : null);
}
