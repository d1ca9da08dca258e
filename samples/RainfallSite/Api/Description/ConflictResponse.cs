using System.ComponentModel;

namespace RainfallSite.Api.Description;

[Description("A contradiction between this total and another total, or the sum of several, of the same gauge.")]
internal sealed record ConflictResponse(
    [property: Description("The key of the other total's period; null when the other side is a sum, whose periods are in `parts`.")] string? Period,
    [property: Description("The other amount in inches: that of the other total, or the sum.")] decimal Inches,
    [property: Description("The beginning of the other window, in Central time.")] DateTimeOffset Start,
    [property: Description("The end of the other window, in Central time.")] DateTimeOffset End,
    [property: Description("The rule that the amounts break. contains: a window has less rain than windows inside it. equals: the windows are the same. tiles: windows make up another one. nonDecreasing: a longer rolling window has less rain than a shorter one.")] string Rule,
    [property: Description("The feed of the other total; null when the other side is a sum.")] string? Feed)
{
    [Description("The periods that are added up, in the order of their windows; absent when no sum is involved.")]
    public IReadOnlyList<string>? Parts { get; init; }
}
