using System.Text.Json.Serialization;

namespace RainfallSite.Health;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadinessResponse))]
internal sealed partial class HealthJsonContext : JsonSerializerContext;
