using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes values as text, also as the keys of a dictionary, and reads them.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class TextJsonConverter<T> : JsonConverter<T>
    where T : notnull
{
    private readonly Func<T, string> _format;
    private readonly Func<string?, T> _parse;

    private protected TextJsonConverter(Func<T, string> format, Func<string?, T> parse)
    {
        _format = format;
        _parse = parse;
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not valid; the message says what is.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_format(value));
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not valid; the message says what is.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(_format(value));
    }
}
