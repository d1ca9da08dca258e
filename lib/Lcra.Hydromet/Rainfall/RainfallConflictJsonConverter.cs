using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a conflict in the API form, with <c>parts</c> only where amounts are added up, and reads it.</summary>
public sealed class RainfallConflictJsonConverter : JsonConverter<RainfallConflict>
{
    /// <inheritdoc/>
    public override RainfallConflict? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, RainfallJsonContext.Default.ConflictDocument) is { } conflict
            ? new RainfallConflict
            {
                Rule = conflict.Rule,
                Period = conflict.Period,
                Inches = conflict.Inches,
                Start = conflict.Start,
                End = conflict.End,
                Feed = conflict.Feed,
                Parts = conflict.Parts ?? [],
            }
            : null;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RainfallConflict value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        ConflictDocument conflict = new(value.Period, value.Inches, value.Start, value.End, value.Rule, value.Feed)
        {
            Parts = value.Parts.Count > 0 ? value.Parts : null,
        };
        JsonSerializer.Serialize(writer, conflict, RainfallJsonContext.Default.ConflictDocument);
    }
}
