using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>What was found in responses.</content>
public sealed partial class HydrometArchive
{
    private const int MaxFindings = 1_000;

    /// <summary>Reads what was found in the responses of a site's history when they were stored, the newest request first.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parameter">One of <see cref="Parameters"/>.</param>
    /// <param name="count">The number of findings that are read at most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The findings. A response has at most 100 of them, and one more when it lacks values of the archive.</returns>
    /// <exception cref="ArgumentException">An archive has no such parameter, or the count is out of range.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    /// <example>
    /// <code>
    /// foreach (ArchivedFinding finding in await archive.GetFindingsAsync(SiteId.Parse("3018"), HistoryParameter.RainDaily))
    /// {
    ///     Console.WriteLine(finding);
    /// }
    /// </code>
    /// </example>
    public async Task<IReadOnlyList<ArchivedFinding>> GetFindingsAsync(SiteId site, HistoryParameter parameter, int count = 100, CancellationToken cancellationToken = default)
    {
        ArchiveParameter number = ArchiveParameters.FirstOf(parameter, nameof(parameter));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxFindings);
        return await ReadSiteAsync(
            site,
            (session, values, token) => session.QueryAsync(
                ArchiveStatements.Findings,
                row => new ArchivedFinding
                {
                    Site = site,
                    Parameter = parameter,
                    First = row.Day(0),
                    Last = row.Day(1),
                    RequestedAt = EpochTime.Central(row.Instant(2)),
                    Kind = Enum.TryParse(row.Text(3), out FindingKind kind) ? kind : null,
                    Message = row.Text(4),
                },
                token,
                ("@site", SqlValue.Integer(values.Site)),
                ("@parameter", SqlValue.Small((int)number)),
                ("@rows", SqlValue.Integer(count))),
            cancellationToken).ConfigureAwait(false) ?? [];
    }
}
