using System.Text.Json.Serialization;
using Lcra.Hydromet;

namespace RainfallSite.Api;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GaugeTotals))]
[JsonSerializable(typeof(SitesResponse))]
[JsonSerializable(typeof(ClimateBody))]
[JsonSerializable(typeof(DailyRainfallBody))]
[JsonSerializable(typeof(WindowBody))]
[JsonSerializable(typeof(IReadOnlyList<Site>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SiteJsonContext : JsonSerializerContext;
