using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet;

namespace RainfallSite.Api;

[Description("A contradiction between this total and another total, or the sum of several, of the same gauge.")]
internal sealed record ConflictResponse(
    [property: Description("The key of the other total's period; null when the other side is a sum, whose periods are in `parts`.")] string? Period,
    [property: Description("The other amount in inches: that of the other total, or the sum.")] decimal Inches,
    [property: Description("The beginning of the other window, in Central time.")] DateTimeOffset Start,
    [property: Description("The end of the other window, in Central time.")] DateTimeOffset End,
    [property: Description("The rule that the amounts break. contains: a window has less rain than windows inside it. equals: the windows are the same. tiles: windows make up another one. nonDecreasing: a longer rolling window has less rain than a shorter one.")] string Rule)
{
    [Description("The periods that are added up, in the order of their windows; absent when no sum is involved.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Parts { get; private init; }

    public static ConflictResponse From(RainfallConflict conflict) => new(
        conflict.Period?.Key,
        conflict.Inches,
        conflict.Start,
        conflict.End,
        JsonNamingPolicy.CamelCase.ConvertName(conflict.Rule.ToString()))
    {
        Parts = conflict.Parts.Count == 0 ? null : [.. conflict.Parts.Select(part => part.Key)],
    };
}
