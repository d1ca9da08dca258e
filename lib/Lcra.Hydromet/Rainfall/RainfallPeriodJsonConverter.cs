using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes a period as its key, such as <c>24_hour</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class RainfallPeriodJsonConverter : JsonConverter<RainfallPeriod>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not valid; the message says what is.</exception>
    public override RainfallPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RainfallPeriod value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue((value ?? throw new ArgumentNullException(nameof(value))).Key);
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The name is not valid; the message says what is.</exception>
    public override RainfallPeriod ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, RainfallPeriod value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName((value ?? throw new ArgumentNullException(nameof(value))).Key);
    }

    private static RainfallPeriod Parse(string? key) => RainfallPeriod.TryParse(key, out RainfallPeriod? period)
        ? period
        : throw new JsonException($"No period has the key '{key}'. The keys are {string.Join(", ", RainfallPeriod.All.Select(known => known.Key))}.");
}
