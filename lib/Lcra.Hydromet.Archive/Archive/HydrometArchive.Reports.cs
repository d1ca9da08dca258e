using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>Totals of reports, which LCRA's history never says again.</content>
public sealed partial class HydrometArchive
{
    /// <summary>
    /// Stores the totals of a report that differ from the report before. They stay for 400 days. Totals of a feed that was unavailable are left out, and an older report
    /// than the one stored last adds nothing.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Cancels the operation; nothing of it is stored then.</param>
    /// <returns>The number of totals that changed.</returns>
    /// <exception cref="HydrometArchiveException">Nothing was stored.</exception>
    public Task<int> StoreReportAsync(RainfallReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return WriteAsync((session, token) => ReportTotals.WriteAsync(session, report, token), cancellationToken);
    }

    /// <summary>Reads what reports said about a gauge's total, oldest first: a row where it changed, which holds until the next row.</summary>
    /// <param name="site">The gauge.</param>
    /// <param name="period">The period.</param>
    /// <param name="start">The time of the first report.</param>
    /// <param name="end">The time that reports must be before.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The totals where they changed.</returns>
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public async Task<IReadOnlyList<ArchivedReportTotal>> GetReportTotalsAsync(
        SiteId site, RainfallPeriod period, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (end <= start)
        {
            throw new ArgumentException("The end must be after the start.", nameof(end));
        }

        return await ReadSiteAsync(
            site,
            (session, values, token) => ReportTotals.ReadAsync(session, site, values.Site, period, EpochTime.Seconds(start), EpochTime.Seconds(end), token),
            cancellationToken).ConfigureAwait(false) ?? [];
    }
}
