using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>The JSON of feeds, findings and failures.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FailureJson))]
[JsonSerializable(typeof(FeedStatus))]
[JsonSerializable(typeof(Finding))]
internal sealed partial class FeedsJsonContext : JsonSerializerContext;
