using Lcra.Hydromet;

namespace RainfallSite.Files;

/// <summary>The part of a query that asks for a file: <c>?format=csv&amp;status=measured&amp;positioned=true</c>.</summary>
/// <param name="Format">The format; null for the API's JSON.</param>
/// <param name="Options">Which rows the file has.</param>
internal sealed record FileQuery(ExportFormat? Format, ExportOptions Options)
{
    public const string FormatKey = "format";
    public const string StatusKey = "status";
    public const string PositionedKey = "positioned";

    public const string FormatDescription = "csv, jsonl or geojson for a file with the columns of the library's exports; json, the default, for this description's schema.";
    public const string StatusDescription = "measured leaves out rows without an amount from a file; the header Hydromet-Left-Out counts them.";
    public const string PositionedDescription = "true leaves out features without coordinates from GeoJSON; the header Hydromet-Without-Position counts them.";

    /// <summary>Gets the values of the parameters that are not free text.</summary>
    public static IReadOnlyList<string> Words { get; } = ["csv", "geojson", "json", "jsonl", "measured"];

    /// <summary>Parses the parameters of an API route, which responds with JSON unless a format is requested.</summary>
    /// <param name="format">The requested format.</param>
    /// <param name="status">The requested rows.</param>
    /// <param name="positioned">Whether features without a position are left out.</param>
    /// <param name="problem">What is valid; null on success.</param>
    public static FileQuery? Parse(string? format, string? status, string? positioned, out string? problem)
    {
        if (!TryRead(format ?? "", out ExportFormat? known))
        {
            problem = "format is json, csv, jsonl or geojson.";
            return null;
        }

        if (known is null && !string.IsNullOrEmpty(status))
        {
            problem = "status is for files: add format=csv, format=jsonl or format=geojson.";
            return null;
        }

        bool isPositioned = false;
        if (!string.IsNullOrEmpty(positioned) && (known != ExportFormat.GeoJson || !bool.TryParse(positioned, out isPositioned)))
        {
            problem = "positioned is true or false, and is for format=geojson.";
            return null;
        }

        return Create(known, status ?? "", isPositioned, out problem);
    }

    /// <summary>Parses the query of an address that is a file.</summary>
    /// <param name="query">The query.</param>
    /// <param name="format">The format of the address.</param>
    /// <param name="problem">What is valid; null on success.</param>
    public static FileQuery? Parse(IQueryCollection query, ExportFormat format, out string? problem) =>
        Create(format, query[StatusKey].ToString(), bool.TryParse(query[PositionedKey], out bool positioned) && positioned, out problem);

    private static FileQuery? Create(ExportFormat? format, string status, bool isPositioned, out string? problem)
    {
        problem = status is "" or "measured" ? null : "status can only be measured, which leaves out rows without an amount.";
        return problem is null ? new FileQuery(format, new ExportOptions { MeasuredOnly = status.Length > 0, PositionedOnly = isPositioned }) : null;
    }

    private static bool TryRead(string text, out ExportFormat? format)
    {
        format = text switch
        {
            "csv" => ExportFormat.Csv,
            "jsonl" => ExportFormat.JsonLines,
            "geojson" => ExportFormat.GeoJson,
            _ => null,
        };
        return format is not null || text is "" or "json";
    }
}
