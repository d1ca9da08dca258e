using Lcra.Hydromet;
using RainfallSite.Archive;
using RainfallSite.Operations;
using RainfallSite.Problems;
using RainfallSite.Routing;
using RainfallSite.Security;

namespace RainfallSite.Health;

/// <summary>Liveness and readiness. Neither calls LCRA, and neither fails because LCRA does: a restart would not help.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("");
        health.DisableRateLimiting().DisableHttpMetrics().ExcludeFromDescription();
        health.MapMethods("/healthz", ReadRoutes.Methods, (HttpContext context) => Uncached(context, Results.Text("alive")));
        health.MapMethods("/readyz", ReadRoutes.Methods, (HttpContext context, WarmUp warmUp, HydrometCache cache, ClientAddresses clients, TimeProvider clock, IServiceProvider services) =>
            Uncached(context, Readiness(context, warmUp.IsDone, [.. cache.Feeds.Select(feed => FeedReadiness.At(clock.GetUtcNow(), feed))], clients.Warning, services.GetService<ArchiveWatch>()?.Current)));
    }

    private static IResult Readiness(HttpContext context, bool isReady, IReadOnlyList<FeedReadiness> feeds, string? warning, ArchiveState? archive)
    {
        IReadOnlyList<string> warnings = warning is null ? [] : [warning];
        if (isReady)
        {
            return Results.Ok(new ReadinessResponse("ready", feeds, warnings, archive));
        }

        context.Response.SetUnavailable();
        return Results.Json(new ReadinessResponse("waiting for the first attempt to download the feeds, and for the first pages", feeds, warnings, archive), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Uncached(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }
}
