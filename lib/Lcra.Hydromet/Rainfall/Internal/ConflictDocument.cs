using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A conflict in the API form.</summary>
internal sealed record ConflictDocument(
    RainfallPeriod? Period, decimal Inches, DateTimeOffset Start, DateTimeOffset End, RainfallConflictRule Rule, HydrometFeed? Feed = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RainfallPeriod>? Parts { get; init; }
}
