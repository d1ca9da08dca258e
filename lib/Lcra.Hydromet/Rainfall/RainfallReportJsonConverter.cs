using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a report with its feeds, findings and gauges, and reads it.</summary>
public sealed class RainfallReportJsonConverter : JsonConverter<RainfallReport>
{
    /// <inheritdoc/>
    public override RainfallReport? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, RainfallJsonContext.Default.ReportDocument) is { } report ? new RainfallReport(report) : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RainfallReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(
            writer, new ReportDocument(value.Scope, value.Feeds, value.Findings, value.Gauges), RainfallJsonContext.Default.ReportDocument);
    }
}
