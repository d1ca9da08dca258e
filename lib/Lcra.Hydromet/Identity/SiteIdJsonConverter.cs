using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes a site as <c>LCRA:3018</c>, also as the key of a dictionary, and reads every form that <see cref="SiteId.Parse"/> reads. The default value is an empty text.</summary>
public sealed class SiteIdJsonConverter : JsonConverter<SiteId>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not valid; the message says what is.</exception>
    public override SiteId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SiteId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not valid; the message says what is.</exception>
    public override SiteId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, SiteId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToString());
    }

    private static SiteId Parse(string? text) =>
        string.IsNullOrEmpty(text) ? default
        : SiteId.TryParse(text, out SiteId site) ? site
        : throw new JsonException($"'{text}' is not a site. A site is written as agency and number, such as LCRA:3018.");
}
