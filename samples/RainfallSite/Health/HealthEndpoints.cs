using Lcra.Hydromet;
using RainfallSite.Rainfall;

namespace RainfallSite.Health;

/// <summary>Liveness and readiness. Neither calls LCRA: its outage must not restart this site.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("alive"));
        routes.MapGet("/readyz", (RainfallStore store, TimeProvider clock) => store.Current is { } report
            ? Results.Ok(new ReadinessResponse("ready", [.. report.Feeds.Select(feed => Describe(feed, clock.GetUtcNow()))]))
            : Results.Json(new ReadinessResponse("waiting for the first report", []), statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    private static FeedReadiness Describe(FeedStatus feed, DateTimeOffset now) => new(
        feed.Feed.Name,
        feed.ReportedAt,
        feed.FetchedAt,
        feed.ReportedAt is { } reported ? Math.Round((now - reported).TotalMinutes, 1) : null,
        feed.IsStaleAt(now));
}
