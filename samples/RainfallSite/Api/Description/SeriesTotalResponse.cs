using System.ComponentModel;

namespace RainfallSite.Api.Description;

/// <summary>An amount over any window.</summary>
[Description("An amount over any window.")]
internal sealed record SeriesTotalResponse(
    [property: Description("The beginning of the window, in Central time.")] DateTimeOffset Start,
    [property: Description("The end of the window, or now when it has not ended.")] DateTimeOffset End,
    [property: Description("Inches of rain; null when nothing of the window was measured.")] decimal? Inches,
    [property: Description("Why there is no amount; null when there is one.")] string? Missing,
    [property: Description("The share of the window that was measured, 0 to 1.")] decimal Coverage,
    [property: Description("Rain over gaps that contain an edge of the window; it may have fallen outside.")] decimal BoundaryGapInches,
    [property: Description("How much more than the amount may have fallen, because readings can be explained in two ways.")] decimal UncertaintyInches,
    [property: Description("The parts of the window without readings.")] IReadOnlyList<GapResponse> Gaps);
