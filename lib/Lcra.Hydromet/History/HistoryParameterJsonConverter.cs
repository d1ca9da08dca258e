using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes a parameter as its key, such as <c>rainDaily</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class HistoryParameterJsonConverter : JsonConverter<HistoryParameter>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not valid; the message says what is.</exception>
    public override HistoryParameter Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HistoryParameter value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue((value ?? throw new ArgumentNullException(nameof(value))).Key);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not valid; the message says what is.</exception>
    public override HistoryParameter ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, HistoryParameter value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName((value ?? throw new ArgumentNullException(nameof(value))).Key);
    }

    private static HistoryParameter Parse(string? key) => HistoryParameter.TryParse(key, out HistoryParameter? parameter)
        ? parameter
        : throw new JsonException($"No parameter has the key '{key}'. The keys are {string.Join(", ", HistoryParameter.All)}.");
}
