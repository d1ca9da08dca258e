using System.Text.Json.Serialization;

namespace RainfallSite.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TotalResponse))]
[JsonSerializable(typeof(GaugeResponse))]
[JsonSerializable(typeof(SitesResponse))]
[JsonSerializable(typeof(IReadOnlyList<SiteResponse>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SiteJsonContext : JsonSerializerContext;
