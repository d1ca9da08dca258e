namespace Lcra.Hydromet;

/// <summary>The formats of exported files.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values (RFC 4180) in UTF-8, with a header.</summary>
    Csv,

    /// <summary>One JSON object on each line, in UTF-8.</summary>
    JsonLines,

    /// <summary>A GeoJSON feature collection (RFC 7946), for tables whose rows have a place.</summary>
    GeoJson,
}
