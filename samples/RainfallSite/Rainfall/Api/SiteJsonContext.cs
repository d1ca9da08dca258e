using System.Text.Json.Serialization;
using RainfallSite.Health;

namespace RainfallSite.Rainfall.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TotalResponse))]
[JsonSerializable(typeof(GaugeResponse))]
[JsonSerializable(typeof(SitesResponse))]
[JsonSerializable(typeof(ReadinessResponse))]
[JsonSerializable(typeof(IReadOnlyList<SiteResponse>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SiteJsonContext : JsonSerializerContext;
