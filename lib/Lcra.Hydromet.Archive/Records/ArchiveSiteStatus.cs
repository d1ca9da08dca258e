using System.Globalization;

namespace Lcra.Hydromet.Archive;

/// <summary>What an archive has of one parameter of a site.</summary>
public sealed record ArchiveSiteStatus
{
    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the parameter.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first day with a record, in Central time; null when no record is in the archive.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Gets the last day with a record, in Central time; null when no record is in the archive.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Gets the number of records: days of daily rain, else readings.</summary>
    public required long Records { get; init; }

    /// <summary>Gets the number of days with an amount; null for parameters other than daily rain, whose days are not counted.</summary>
    public int? DaysWithAmount { get; init; }

    /// <summary>Gets the number of days from the first to the last without an amount; null for parameters other than daily rain, whose days are not counted.</summary>
    public int? MissingDays { get; init; }

    /// <summary>Gets when the parameter was last requested, in Central time.</summary>
    public required DateTimeOffset LastRequestedAt { get; init; }

    /// <summary>Gets when the request was sent that last changed a record, in Central time; null when none did.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Writes the status on one line.</summary>
    /// <returns>Site, parameter, days and counts.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Site} {Parameter}: {(FirstDay is null ? "no records" : FormattableString.Invariant($"{FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}, {Records} records"))}{(DaysWithAmount is null ? "" : FormattableString.Invariant($", {DaysWithAmount} days with an amount, {MissingDays} missing"))}");
}
