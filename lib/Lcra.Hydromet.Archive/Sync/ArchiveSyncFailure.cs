using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>A window that was requested and is not in the archive. The next run requests it again.</summary>
public sealed record ArchiveSyncFailure
{
    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the parameter.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first day, in Central time.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last day, in Central time, included.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the kind of the last failure.</summary>
    public required HydrometFailureKind Kind { get; init; }

    /// <summary>Gets the message of the last failure.</summary>
    public required string Message { get; init; }

    /// <summary>Writes the failure on one line.</summary>
    /// <returns>Site, parameter, days and message.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site} {Parameter}, {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}: {Message}");
}
