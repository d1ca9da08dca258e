using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>
/// Which part of a window was requested of LCRA. Inside it, a day or time without a value is missing at LCRA; outside it, the archive knows nothing.
/// </summary>
public sealed class ArchiveCoverage
{
    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the parameter.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first day of the window, in Central time.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day of the window, included.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the spans that are in the archive, oldest first.</summary>
    public required IReadOnlyList<ArchiveSpan> Requested { get; init; }

    /// <summary>Gets the spans that are not in the archive, oldest first.</summary>
    public required IReadOnlyList<ArchiveSpan> NotInArchive { get; init; }

    /// <summary>Gets a value indicating whether the whole window is in the archive.</summary>
    public bool IsComplete => NotInArchive.Count == 0;

    /// <summary>Tells whether a whole local day was requested after it ended.</summary>
    /// <param name="day">The day, in Central time.</param>
    /// <returns>Whether the day is in the archive from midnight to midnight.</returns>
    public bool Covers(DateOnly day) =>
        Requested.Any(span => span.Start <= CentralTime.StartOfDay(day) && span.End >= CentralTime.StartOfDay(day.AddDays(1)));

    /// <summary>Writes the coverage on one line.</summary>
    /// <returns>Site, parameter, days, and what is not in the archive.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Site} {Parameter}, {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}: {(IsComplete ? "in the archive" : $"not in the archive: {string.Join("; ", NotInArchive)}")}");
}
