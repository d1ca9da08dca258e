using System.ComponentModel;
using Lcra.Hydromet;
using RainfallSite.Api.Description;
using RainfallSite.Files;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Api;

/// <summary>The JSON routes.</summary>
internal static class RainfallEndpoints
{
    public static void MapRainfall(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api").WithTags("Rainfall").WithSource();
        api.MapMethods("/rainfall/{site}", ReadRoutes.Methods, GetGaugeAsync)
            .WithMetadata(new MadeFromReportAttribute(FileQuery.FormatKey, FileQuery.PositionedKey, FileQuery.StatusKey))
            .WithName("GetGauge")
            .WithSummary("All periods of a gauge")
            .Produces<GaugeResponse>();
        api.MapMethods("/rainfall/{site}/{period}", ReadRoutes.Methods, GetTotalAsync)
            .WithMetadata(new MadeFromReportAttribute(FileQuery.FormatKey, FileQuery.PositionedKey, FileQuery.StatusKey))
            .WithName("GetTotal")
            .WithSummary("One total")
            .WithDescription("How much rain fell at a gauge over a period: a number with its window, source and age, or the reason why there is none. A missing total is a 200 with a reason, not an error.")
            .Produces<TotalResponse>();
        api.MapMethods("/sites", ReadRoutes.Methods, GetSitesAsync)
            .WithMetadata(new MadeFromReportAttribute())
            .WithName("GetSites")
            .WithSummary("The gauges, nearest first on request")
            .WithDescription("With `near`, gauges without coordinates are left out.")
            .Produces<SitesResponse>();
    }

    private static async Task<IResult> GetGaugeAsync(
        [Description(RouteParameters.Site)] string site,
        GaugeLookup gauges,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description(FileQuery.FormatDescription)] string? format = null,
        [Description(FileQuery.StatusDescription)] string? status = null,
        [Description(FileQuery.PositionedDescription)] string? positioned = null) =>
        FileQuery.Parse(format, status, positioned, out string? problem) is { } file
            ? await gauges.FindAsync(
                site,
                context,
                gauge => file.Format is { } chosen
                    ? FileResult.Of(context, chosen, [.. gauge.Totals], file.Options, $"rainfall-{gauge.Site.Id.Agency}-{gauge.Site.Id.Number}")
                    : Results.Ok(new GaugeTotals(gauge.Site, [.. gauge.Totals])),
                cancellationToken)
            : SiteProblems.InvalidQuery(problem!);

    private static async Task<IResult> GetTotalAsync(
        [Description(RouteParameters.Site)] string site,
        [Description(RouteParameters.Period)] string period,
        GaugeLookup gauges,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description(FileQuery.FormatDescription)] string? format = null,
        [Description(FileQuery.StatusDescription)] string? status = null,
        [Description(FileQuery.PositionedDescription)] string? positioned = null) =>
        FileQuery.Parse(format, status, positioned, out string? problem) is { } file
            ? await gauges.FindAsync(
                site,
                period,
                context,
                total => file.Format is { } chosen
                    ? FileResult.Of(context, chosen, [total], file.Options, $"rainfall-{total.Site.Id.Agency}-{total.Site.Id.Number}-{total.Period.Key}")
                    : Results.Ok(total),
                cancellationToken)
            : SiteProblems.InvalidQuery(problem!);

    private static async Task<IResult> GetSitesAsync(
        RainfallStore store,
        HttpContext context,
        CancellationToken cancellationToken,
        [Description("A place: latitude and longitude in degrees with a comma between, as in 30.57,-98.27.")] string? near = null,
        [Description("How many gauges to list, from 1 to 1000. Without it all are.")] string? take = null)
    {
        if (NearbyQuery.Parse(near, take, out string? problem) is not { } query)
        {
            return SiteProblems.InvalidQuery(problem!);
        }

        if (await store.GetAsync(cancellationToken) is not { } report)
        {
            return SiteProblems.NoReportYet(context);
        }

        if (query.Near is not { } place)
        {
            return Results.Ok(new SitesResponse([.. report.Gauges.Take(query.Take).Select(ListedSiteResponse.From)]));
        }

        IReadOnlyList<NearbyGauge> nearest = report.Nearest(place.Latitude, place.Longitude, query.Take);
        return nearest.Count > 0
            ? Results.Ok(new SitesResponse([.. nearest.Select(ListedSiteResponse.From)]))
            : SiteProblems.NoReportYet(context, "LCRA's list of sites, which has the coordinates, has not been read since this site started. Try again later.");
    }
}
