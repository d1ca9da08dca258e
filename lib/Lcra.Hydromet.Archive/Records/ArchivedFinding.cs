using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What was found in a response when it was stored: values that were rounded, are too large, or that LCRA had before.</summary>
public sealed record ArchivedFinding
{
    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets what was requested.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first requested day, in Central time.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last requested day, in Central time.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets the time of the request, in Central time.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets the kind of finding; null when values of the archive were not in the response, and stay.</summary>
    public FindingKind? Kind { get; init; }

    /// <summary>Gets the message.</summary>
    public required string Message { get; init; }

    /// <summary>Writes the finding on one line.</summary>
    /// <returns>Site, parameter, days and message.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Site} {Parameter}, {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}: {Message}");
}
