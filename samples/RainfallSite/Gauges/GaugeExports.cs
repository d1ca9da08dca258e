using Lcra.Hydromet;
using RainfallSite.Caching;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Gauges;

/// <summary>The list of gauges as files for other programs, for the same query as the page.</summary>
internal static class GaugeExports
{
    private delegate Task Writer(Stream destination, IEnumerable<RainfallTotal> totals, CancellationToken cancellationToken);

    public static void MapGaugeExports(this IEndpointRouteBuilder routes)
    {
        Map(routes, "csv", "text/csv; charset=utf-8", RainfallExport.WriteCsvAsync);
        Map(routes, "geojson", "application/geo+json", RainfallExport.WriteGeoJsonAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string extension, string contentType, Writer write) => routes.MapRead(
        $"/gauges.{extension}",
        async (RainfallStore store, HttpContext context, CancellationToken cancellationToken) =>
        {
            GaugeQuery query = GaugeQuery.Read(context.Request.Query);
            if (query.Period is not { } period)
            {
                return SiteProblems.UnknownPeriod(query.RequestedPeriod);
            }

            if (await store.GetAsync(cancellationToken) is not { } report)
            {
                return SiteProblems.NoReportYet(context);
            }

            GaugeList list = new(report, query, period);
            return Results.Stream(
                stream => write(stream, list.Totals, context.RequestAborted), contentType, $"rainfall-{period.Key}.{extension}");
        }).CacheOutput(RainfallOutputCachePolicy.Gauges).ExcludeFromDescription();
}
