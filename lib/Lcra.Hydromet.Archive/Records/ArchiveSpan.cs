using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>A span of time.</summary>
/// <param name="Start">The start, in Central time.</param>
/// <param name="End">The end, in Central time, not included.</param>
public readonly record struct ArchiveSpan(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Writes the span on one line.</summary>
    /// <returns>Start and end.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}");
}
