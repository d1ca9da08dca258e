using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a gauge with its total for every period, and reads it.</summary>
public sealed class RainfallGaugeJsonConverter : JsonConverter<RainfallGauge>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">A period has no total.</exception>
    public override RainfallGauge? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonSerializer.Deserialize(ref reader, RainfallJsonContext.Default.GaugeDocument) is not { } gauge)
        {
            return null;
        }

        Dictionary<RainfallPeriod, RainfallTotal> totals = [];
        foreach (RainfallTotal total in gauge.Totals.OfType<RainfallTotal>())
        {
            totals[total.Period] = total;
        }

        return RainfallPeriod.All.FirstOrDefault(period => !totals.ContainsKey(period)) is { } lacking
            ? throw new JsonException($"{gauge.Site} has no total for the period {lacking}.")
            : new RainfallGauge(gauge.Site, gauge.Reading, gauge.ObservedAt, gauge.Reporting, totals);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RainfallGauge value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(
            writer,
            new GaugeDocument(value.Site, value.ObservedAt, value.IsReporting, value.Reading, [.. RainfallPeriod.All.Select(period => value[period])]),
            RainfallJsonContext.Default.GaugeDocument);
    }
}
