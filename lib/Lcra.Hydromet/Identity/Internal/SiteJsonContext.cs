using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Identity.Internal;

/// <summary>The JSON of sites.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SiteDocument))]
internal sealed partial class SiteJsonContext : JsonSerializerContext;
