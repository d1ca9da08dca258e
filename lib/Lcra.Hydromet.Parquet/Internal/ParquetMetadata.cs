using System.Globalization;
using System.Reflection;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.Parquet.Internal;

/// <summary>The keys and values in the footer of a file, with the names of GeoJSON's <c>metadata</c>.</summary>
internal static class ParquetMetadata
{
    public static Dictionary<string, string> Create() => new(StringComparer.Ordinal)
    {
        ["provisional"] = "true",
        ["source"] = ExportProvenance.Source,
        ["attribution"] = ExportProvenance.Attribution,
        ["made_by"] = $"Lcra.Hydromet.Parquet {Version()}",
    };

    public static void Add(Dictionary<string, string> metadata, ExportSummary summary) =>
        metadata["missing_left_out"] = summary.MissingLeftOut.ToString(CultureInfo.InvariantCulture);

    private static string Version() =>
        typeof(ParquetMetadata).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
