using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>Writes a total in the API form, which the web API of the sample site uses too, and reads it.</summary>
/// <param name="timeProvider">The clock that tells whether the source is stale; null for the system's.</param>
public sealed class RainfallTotalJsonConverter(TimeProvider? timeProvider) : JsonConverter<RainfallTotal>
{
    /// <summary>Initializes a new instance with the system's clock.</summary>
    public RainfallTotalJsonConverter()
        : this(timeProvider: null)
    {
    }

    /// <inheritdoc/>
    public override RainfallTotal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonSerializer.Deserialize(ref reader, RainfallJsonContext.Default.TotalDocument) is not { } total)
        {
            return null;
        }

        if (total.Inches is null == total.Missing is null)
        {
            throw new JsonException($"The total of {total.Site} over {total.Period.Name} must have inches or a reason why they are missing, and not both.");
        }

        return new RainfallTotal
        {
            Site = total.Site,
            Period = total.Period.Key,
            Inches = total.Inches,
            Missing = total.Missing,
            LowerBoundInches = total.LowerBoundInches,
            Conflicts = total.Conflicts,
            IsIsolated = total.Isolated,
            Start = total.Start,
            End = total.End,
            MeasuredUntil = total.MeasuredUntil,
            ObservedAt = total.ObservedAt,
            Source = new RainfallSource
            {
                Feed = total.Source.Feed,
                Column = total.Source.Column,
                ReportedAt = total.Source.ReportedAt,
                FetchedAt = total.Source.FetchedAt,
                RefreshFailed = total.Source.RefreshFailed,
            },
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RainfallTotal value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        RainfallSource source = value.Source;
        TotalDocument total = new()
        {
            Site = value.Site,
            Period = new PeriodDocument(value.Period, value.Period.Name, value.Period.Kind),
            Inches = value.Inches,
            Millimeters = value.ToMillimeters(),
            Missing = value.Missing,
            LowerBoundInches = value.LowerBoundInches,
            Conflicts = value.Conflicts,
            Isolated = value.IsIsolated,
            Start = value.Start,
            End = value.End,
            MeasuredUntil = value.MeasuredUntil,
            Partial = value.IsPartial,
            Approximate = value.IsApproximate,
            ObservedAt = value.ObservedAt,
            Source = new SourceDocument(
                source.Feed,
                source.Column,
                source.ReportedAt,
                source.FetchedAt,
                source.IsStaleAt((timeProvider ?? TimeProvider.System).GetUtcNow()),
                source.RefreshFailed),
        };
        JsonSerializer.Serialize(writer, total, RainfallJsonContext.Default.TotalDocument);
    }
}
