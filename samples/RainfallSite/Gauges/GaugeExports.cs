using Lcra.Hydromet;
using RainfallSite.Rainfall;

namespace RainfallSite.Gauges;

/// <summary>The list of gauges as files for other programs, for the same query as the page.</summary>
internal static class GaugeExports
{
    private const string RetryAfterSeconds = "30";

    private delegate Task Writer(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken);

    public static void MapGaugeExports(this IEndpointRouteBuilder routes)
    {
        Map(routes, "csv", "text/csv; charset=utf-8", RainfallExport.WriteCsvAsync);
        Map(routes, "geojson", "application/geo+json", RainfallExport.WriteGeoJsonAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string extension, string contentType, Writer write) => routes.MapGet(
        $"/gauges.{extension}",
        async (RainfallStore store, HttpContext context, CancellationToken cancellationToken) =>
        {
            GaugeQuery query = GaugeQuery.Read(context.Request.Query);
            if (query.Period is not { } period)
            {
                return Results.Problem(
                    statusCode: StatusCodes.Status404NotFound,
                    title: "No such period",
                    detail: $"No period is called '{query.RequestedPeriod}'.",
                    extensions: [new("periods", RainfallPeriod.All.Select(known => known.Key).ToArray())]);
            }

            if (await store.GetAsync(cancellationToken) is not { } report)
            {
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Results.Problem(
                    statusCode: StatusCodes.Status503ServiceUnavailable,
                    title: "No rainfall report yet",
                    detail: "LCRA's feeds have not been read since this site started. Try again in half a minute.");
            }

            GaugeList list = new(report, query, period);
            return Results.Stream(
                stream => write(stream, list.Totals, context.RequestAborted), contentType, $"rainfall-{period.Key}.{extension}");
        }).ExcludeFromDescription();
}
