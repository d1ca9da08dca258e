using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes a feed as its name, such as <c>Rainfall.csv</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class HydrometFeedJsonConverter : JsonConverter<HydrometFeed>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not valid; the message says what is.</exception>
    public override HydrometFeed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HydrometFeed value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue((value ?? throw new ArgumentNullException(nameof(value))).Name);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not valid; the message says what is.</exception>
    public override HydrometFeed ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, HydrometFeed value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName((value ?? throw new ArgumentNullException(nameof(value))).Name);
    }

    private static HydrometFeed Parse(string? name) => HydrometFeed.All.FirstOrDefault(feed => string.Equals(feed.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new JsonException($"No feed is named '{name}'. The names are {string.Join(", ", HydrometFeed.All)}.");
}
