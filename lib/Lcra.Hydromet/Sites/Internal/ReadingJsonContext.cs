using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>The JSON of readings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReadingDocument))]
internal sealed partial class ReadingJsonContext : JsonSerializerContext;
