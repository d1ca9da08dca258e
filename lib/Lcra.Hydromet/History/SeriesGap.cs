namespace Lcra.Hydromet;

/// <summary>A stretch of a window that no readings cover.</summary>
/// <param name="Start">The beginning, in Central time: a reading, the end of a day, or the beginning of the window.</param>
/// <param name="End">The end, in Central time: a reading, the beginning of a day, or the end of the window.</param>
public readonly record struct SeriesGap(DateTimeOffset Start, DateTimeOffset End);
