using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>The JSON of totals, gauges and reports.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TotalDocument))]
[JsonSerializable(typeof(ConflictDocument))]
[JsonSerializable(typeof(GaugeDocument))]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class RainfallJsonContext : JsonSerializerContext;
