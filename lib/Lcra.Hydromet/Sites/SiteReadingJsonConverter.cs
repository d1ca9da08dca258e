using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a reading with its site, and reads it.</summary>
public sealed class SiteReadingJsonConverter : JsonConverter<SiteReading>
{
    /// <inheritdoc/>
    public override SiteReading? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, ReadingJsonContext.Default.ReadingDocument)?.ToReading();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SiteReading value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(writer, ReadingDocument.Of(value), ReadingJsonContext.Default.ReadingDocument);
    }
}
