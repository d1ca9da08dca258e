using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What an archive has.</summary>
public sealed class ArchiveStatus
{
    /// <summary>Gets the parameters of the sites, by site and then by parameter.</summary>
    public required IReadOnlyList<ArchiveSiteStatus> Sites { get; init; }

    /// <summary>Gets the size of the archive in bytes: of the SQLite file, or of the tables and indexes in PostgreSQL.</summary>
    public required long Bytes { get; init; }

    /// <summary>Gets when the last request that is stored was sent, in Central time; null in an empty archive.</summary>
    public DateTimeOffset? LastRequestedAt => Sites.Count == 0 ? null : Sites.Max(site => site.LastRequestedAt);

    /// <summary>Writes the status on one line.</summary>
    /// <returns>Number of sites, last request and size.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Sites.Select(site => site.Site).Distinct().Count() switch { 1 => "1 site", int count => FormattableString.Invariant($"{count} sites") }}, {(LastRequestedAt is { } at ? FormattableString.Invariant($"last request {at:yyyy-MM-dd HH:mm zzz}") : "no request")}, {Bytes} bytes");
}
