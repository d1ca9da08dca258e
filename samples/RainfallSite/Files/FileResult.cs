using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Files;

/// <summary>Responds with totals as a file, in the bytes of the library's exports.</summary>
internal static class FileResult
{
    public const string LeftOut = "Hydromet-Left-Out";
    public const string WithoutPosition = "Hydromet-Without-Position";

    /// <summary>Responds with a file.</summary>
    /// <param name="context">The request.</param>
    /// <param name="format">The format.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="options">Which rows the file has.</param>
    /// <param name="name">The name of the file, without its extension.</param>
    public static IResult Of(HttpContext context, ExportFormat format, IReadOnlyCollection<RainfallTotal> totals, ExportOptions options, string name)
    {
        // Counted before, because headers come before the body.
        IEnumerable<RainfallTotal> written = totals;
        if (options.MeasuredOnly)
        {
            written = totals.Where(total => total.Inches is not null);
            context.Response.Headers[LeftOut] = Text(totals.Count(total => total.Inches is null));
        }

        if (format == ExportFormat.GeoJson)
        {
            context.Response.Headers[WithoutPosition] = Text(written.Count(total => total.Site is { Latitude: null } or { Longitude: null }));
        }

        context.WriteSource();
        return Results.Stream(
            stream => RainfallExport.WriteAsync(stream, format, ExportTables.Totals, totals, options, context.RequestAborted),
            format == ExportFormat.Csv ? $"{ContentType(format)}; charset=utf-8" : ContentType(format),
            $"{name}.{Extension(format)}");
    }

    /// <summary>Gets the media type of a format.</summary>
    /// <param name="format">The format.</param>
    public static string ContentType(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "text/csv",
        ExportFormat.JsonLines => "application/jsonl",
        _ => "application/geo+json",
    };

    private static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.Csv => "csv",
        ExportFormat.JsonLines => "jsonl",
        _ => "geojson",
    };

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
