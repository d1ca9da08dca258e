using Lcra.Hydromet;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Health;

/// <summary>Liveness and readiness. Neither calls LCRA: its outage must not restart this site.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("");
        health.DisableRateLimiting().DisableHttpMetrics().ExcludeFromDescription();
        health.MapRead("/healthz", (HttpContext context) => Uncached(context, Results.Text("alive")));
        health.MapRead("/readyz", (HttpContext context, RainfallStore store, TimeProvider clock) => Uncached(context, store.Current is { } report
            ? Results.Ok(new ReadinessResponse("ready", [.. report.Feeds.Select(feed => Describe(feed, clock.GetUtcNow()))]))
            : Results.Json(new ReadinessResponse("waiting for the first report", []), statusCode: StatusCodes.Status503ServiceUnavailable)));
    }

    private static IResult Uncached(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }

    private static FeedReadiness Describe(FeedStatus feed, DateTimeOffset now) => new(
        feed.Feed.Name,
        feed.ReportedAt,
        feed.FetchedAt,
        feed.ReportedAt is { } reported ? Math.Round((now - reported).TotalMinutes, 1) : null,
        feed.IsStaleAt(now));
}
