using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Identity.Internal;

/// <summary>The JSON of sites.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SiteDocument))]
internal sealed partial class SiteJsonContext : JsonSerializerContext;
