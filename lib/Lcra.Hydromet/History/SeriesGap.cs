using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A part of a window that no readings cover.</summary>
/// <param name="Start">The start, in Central time: a reading, the end of a day, or the start of the window.</param>
/// <param name="End">The end, in Central time: a reading, the start of a day, or the end of the window.</param>
public readonly record struct SeriesGap(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Writes the gap on one line.</summary>
    /// <returns>Start and end.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}");
}
