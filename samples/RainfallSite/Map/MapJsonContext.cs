using System.Text.Json.Serialization;

namespace RainfallSite.Map;

[JsonSerializable(typeof(int[][]))]
internal sealed partial class MapJsonContext : JsonSerializerContext;
