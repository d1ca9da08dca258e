using Lcra.Hydromet;
using RainfallSite.Files;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Gauges;

/// <summary>The list of gauges as files for other programs, for the same query as the page.</summary>
internal static class GaugeExports
{
    public static void MapGaugeExports(this IEndpointRouteBuilder routes)
    {
        Map(routes, "csv", ExportFormat.Csv);
        Map(routes, "jsonl", ExportFormat.JsonLines);
        Map(routes, "geojson", ExportFormat.GeoJson);
    }

    private static void Map(IEndpointRouteBuilder routes, string extension, ExportFormat format) => routes.MapMethods(
        $"/gauges.{extension}",
        ReadRoutes.Methods,
        async (RainfallStore store, HttpContext context, CancellationToken cancellationToken) =>
        {
            GaugeQuery query = GaugeQuery.Read(context.Request.Query);
            if (query.Period is not { } period)
            {
                return SiteProblems.UnknownPeriod(query.RequestedPeriod);
            }

            if (FileQuery.Parse(context.Request.Query, format, out string? problem) is not { } file)
            {
                return SiteProblems.InvalidQuery(problem!);
            }

            if (await store.GetAsync(cancellationToken) is not { } report)
            {
                return SiteProblems.NoReportYet(context);
            }

            GaugeList list = new(report, query, period);
            return FileResult.Of(context, format, [.. list.Totals], file.Options, $"rainfall-{period.Key}");
        }).WithMetadata(new MadeFromReportAttribute("basin", "desc", "period", FileQuery.PositionedKey, "sort", FileQuery.StatusKey, RainUnits.QueryKey)).ExcludeFromDescription();
}
