using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Api;

/// <summary>The JSON routes.</summary>
internal static class RainfallEndpoints
{
    private const int RetryAfterSeconds = 30;

    public static void MapRainfall(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api");
        api.MapGet("/rainfall/{site}", GetGaugeAsync);
        api.MapGet("/rainfall/{site}/{period}", GetTotalAsync);
        api.MapGet("/sites", GetSitesAsync);
    }

    private static async Task<IResult> GetGaugeAsync(
        string site, RainfallStore store, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return NothingYet(context);
        }

        return Find(report, site) is { } gauge
            ? Results.Ok(new GaugeResponse(
                SiteResponse.From(gauge.Site),
                [.. gauge.Totals.Select(total => TotalResponse.From(total, clock.GetUtcNow()))]))
            : UnknownSite(report, site);
    }

    private static async Task<IResult> GetTotalAsync(
        string site, string period, RainfallStore store, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (!RainfallPeriod.TryParse(period, out RainfallPeriod? known))
        {
            return UnknownPeriod(period);
        }

        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return NothingYet(context);
        }

        return Find(report, site) is { } gauge
            ? Results.Ok(TotalResponse.From(gauge[known], clock.GetUtcNow()))
            : UnknownSite(report, site);
    }

    private static async Task<IResult> GetSitesAsync(RainfallStore store, HttpContext context, CancellationToken cancellationToken) =>
        await store.GetAsync(cancellationToken) is { } report
            ? Results.Ok(new SitesResponse([.. report.Gauges.Select(gauge => SiteResponse.From(gauge.Site))]))
            : NothingYet(context);

    private static RainfallGauge? Find(RainfallReport report, string site) =>
        SiteId.TryParse(site, out SiteId id) ? report.Find(id) : null;

    private static IResult UnknownSite(RainfallReport report, string site) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such gauge",
        detail: $"No rain gauge is called '{site}'. A gauge is named by its number, as in /api/rainfall/3018; /api/sites lists them all.",
        extensions: [new("suggestions", GaugeSearch.Nearest(report, site).Select(SiteResponse.From).ToArray())]);

    private static IResult UnknownPeriod(string period) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such period",
        detail: $"No period is called '{period}'.",
        extensions: [new("periods", RainfallPeriod.All.Select(known => known.Key).ToArray())]);

    private static IResult NothingYet(HttpContext context)
    {
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "No rainfall report yet",
            detail: "LCRA's feeds have not been read since this site started. Try again in half a minute.");
    }
}
