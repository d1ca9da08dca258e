using System.ComponentModel;
using Lcra.Hydromet;
using RainfallSite.Caching;
using RainfallSite.Problems;

namespace RainfallSite.Rainfall.Api;

/// <summary>The JSON routes.</summary>
internal static class RainfallEndpoints
{
    public static void MapRainfall(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api").WithConditionalAnswers().WithTags("Rainfall");
        api.MapRead("/rainfall/{site}", GetGaugeAsync)
            .CacheOutput(RainfallOutputCachePolicy.Policy)
            .WithName("GetGauge")
            .WithSummary("All periods of a gauge")
            .Produces<GaugeResponse>();
        api.MapRead("/rainfall/{site}/{period}", GetTotalAsync)
            .CacheOutput(RainfallOutputCachePolicy.Policy)
            .WithName("GetTotal")
            .WithSummary("One total")
            .WithDescription("How much rain fell at a gauge over a period: a number with its window, source and age, or the reason why there is none. A total that is missing is an answer (200), not an error.")
            .Produces<TotalResponse>();
        api.MapRead("/sites", GetSitesAsync)
            .WithName("GetSites")
            .WithSummary("The gauges, nearest first when asked")
            .WithDescription("With `near`, gauges whose place is not known are left out.")
            .Produces<SitesResponse>();
    }

    private static Task<IResult> GetGaugeAsync(
        [Description("The gauge: a number for one of the LCRA (3018), agency and number for any other (COA:950).")] string site,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) => gauges.AnswerAsync(
            site,
            context,
            gauge => Results.Ok(new GaugeResponse(SiteResponse.From(gauge.Site), [.. gauge.Totals.Select(total => TotalResponse.From(total, clock.GetUtcNow()))])),
            cancellationToken);

    private static Task<IResult> GetTotalAsync(
        [Description("The gauge: a number for one of the LCRA (3018), agency and number for any other (COA:950).")] string site,
        [Description("The period's key.")] string period,
        GaugeLookup gauges,
        TimeProvider clock,
        HttpContext context,
        CancellationToken cancellationToken) =>
        gauges.AnswerAsync(site, period, context, total => Results.Ok(TotalResponse.From(total, clock.GetUtcNow())), cancellationToken);

    private static async Task<IResult> GetSitesAsync(
        RainfallStore store,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("A place: latitude and longitude in degrees with a comma between, as in 30.57,-98.27.")] string? near = null,
        [Description("How many gauges to list, from 1 to 1000. Without it all are.")] string? take = null)
    {
        if (NearbyQuery.Read(near, take, out string? problem) is not { } query)
        {
            return SiteProblems.BadQuery(problem!);
        }

        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return GaugeLookup.NothingYet(context);
        }

        if (query is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return Results.Ok(new SitesResponse([.. report.Gauges.Take(query.Take).Select(ListedSiteResponse.From)]));
        }

        IReadOnlyList<NearbyGauge> nearest = report.Nearest(latitude, longitude, query.Take);
        return nearest.Count > 0
            ? Results.Ok(new SitesResponse([.. nearest.Select(ListedSiteResponse.From)]))
            : SiteProblems.NothingYet(context, "LCRA's answer about the places of the gauges has not been read since this site started. Try again later.");
    }
}
