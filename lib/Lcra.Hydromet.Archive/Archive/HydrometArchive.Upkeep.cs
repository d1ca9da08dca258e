using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>Sites, status, and upkeep.</content>
public sealed partial class HydrometArchive
{
    /// <summary>Stores names, basins and coordinates of sites. What a site lacks stays as it was.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="cancellationToken">Cancels the operation; nothing of it is stored then.</param>
    /// <returns>A task that ends when the sites are stored.</returns>
    /// <exception cref="HydrometArchiveException">Nothing was stored.</exception>
    public Task StoreSitesAsync(IEnumerable<Site> sites, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sites);
        Site[] all = [.. sites];
        return WriteAsync(
            async (session, token) =>
            {
                await SiteTable.WriteAsync(session, all, token).ConfigureAwait(false);
                return all.Length;
            },
            cancellationToken);
    }

    /// <summary>Reads the sites of the archive. A site whose name was never stored has its number as its name.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The sites, by agency and number.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public async Task<IReadOnlyList<Site>> GetSitesAsync(CancellationToken cancellationToken = default)
    {
        List<Site> sites = await ReadAsync(SiteTable.ReadAsync, cancellationToken).ConfigureAwait(false);
        return [.. sites.OrderBy(site => site.Id.Agency, StringComparer.Ordinal).ThenBy(site => site.Id.Number, StringComparer.Ordinal)];
    }

    /// <summary>Counts what the archive has: first and last day, days with an amount and missing ones, and the last request of each parameter of a site.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The status.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    /// <example>
    /// <code>
    /// foreach (ArchiveSiteStatus site in (await archive.GetStatusAsync()).Sites)
    /// {
    ///     Console.WriteLine(site);
    /// }
    /// </code>
    /// </example>
    public Task<ArchiveStatus> GetStatusAsync(CancellationToken cancellationToken = default) => ReadAsync(
        async (session, token) => new ArchiveStatus
        {
            Sites = await new StatusReader(session, _store.Name).ReadAsync(token).ConfigureAwait(false),
            Bytes = (await session.QueryAsync(_store.Size, row => row.Integer(0), token).ConfigureAwait(false))[0],
        },
        cancellationToken);

    /// <summary>Reads when the request was sent that last changed a record of a site. What the archive says about the site's past is the same as long as this is.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The newest of its parameters, in Central time; null when the archive has no record of the site.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public Task<DateTimeOffset?> GetChangedAtAsync(SiteId site, CancellationToken cancellationToken = default) => ReadSiteAsync<DateTimeOffset?>(
        site,
        async (session, values, token) => (await session.QueryAsync(
            ArchiveStatements.ChangedAt, row => row.InstantOrNull(0), token, ("@site", SqlValue.Integer(values.Site))).ConfigureAwait(false))[0] is { } at ? EpochTime.Central(at) : null,
        cancellationToken);

    /// <summary>
    /// Reads everything that is in the archive: the database's own checks, references between tables, the table of newest readings, and the checksum of each packed day. It takes minutes where
    /// the archive has gigabytes.
    /// </summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>What was checked, and what is wrong.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read at all.</exception>
    public Task<ArchiveVerification> VerifyAsync(CancellationToken cancellationToken = default) => ReadAsync(
        async (session, token) => await new ArchiveCheck(session, _store.Name).RunAsync(await _store.CheckAsync(session, token).ConfigureAwait(false), token).ConfigureAwait(false),
        cancellationToken);

    /// <summary>Packs the readings of days that are older than <see cref="ArchiveOptions.PackAfter"/>, looks up the newest readings that an earlier version of this package stored, removes totals of reports older than 400 days, and renews the database's statistics. <see cref="ArchiveSync"/> runs it after each run that completes; a program that stores without it runs it once a day.</summary>
    /// <param name="cancellationToken">Cancels the operation; sites that are done stay packed.</param>
    /// <returns>The number of readings that are packed now and were not before.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be written.</exception>
    public async Task<long> CompactAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<SiteParameter> all = await ReadAsync(StatusReader.ReadSiteParametersAsync, cancellationToken).ConfigureAwait(false);
        long packed = 0;
        foreach (SiteParameter part in all.Where(part => part.Parameter != ArchiveParameter.DailyRainfall))
        {
            packed += await WriteAsync((session, token) => PackAsync(session, part, token), cancellationToken).ConfigureAwait(false);
        }

        long oldest = EpochTime.Seconds(_timeProvider.GetUtcNow() - ReportTotals.Retention);
        await WriteAsync((session, token) => ReportTotals.RemoveOldAsync(session, oldest, token), cancellationToken).ConfigureAwait(false);
        await _store.AnalyzeAsync(cancellationToken).ConfigureAwait(false);
        return packed;
    }

    /// <summary>Copies an SQLite archive into a new file while others read and write it. To restore it, put the file in the archive's place while nobody has it open.</summary>
    /// <param name="path">The path of the new file.</param>
    /// <param name="cancellationToken">Cancels the operation before it begins.</param>
    /// <returns>A task that ends when the file is complete.</returns>
    /// <exception cref="NotSupportedException">The archive is in PostgreSQL: use <c>pg_dump</c>.</exception>
    /// <exception cref="HydrometArchiveException">The copy failed, or the file is there already; the archive is as it was.</exception>
    public Task BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return CopyAsync();

        async Task CopyAsync()
        {
            await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
            await _store.BackupAsync(path, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> PackAsync(ArchiveSession session, SiteParameter part, CancellationToken cancellationToken)
    {
        SiteValues values = new(part.Id, part.Site, FirstOpenDay, _store.Name);
        await session.ExecuteAsync(
            ArchiveStatements.BeginSiteParameter,
            cancellationToken,
            [.. values.ById(), ("@parameter", SqlValue.Small((int)part.Parameter)), ("@at", SqlValue.Instant(part.LastRequestedAt))]).ConfigureAwait(false);
        int packed = 0;
        foreach (ArchiveParameter parameter in ArchiveParameters.AllOf(part.Parameter))
        {
            packed += await values.Readings(parameter).PackAsync(session, cancellationToken).ConfigureAwait(false);
            await values.Newest(session).RenewAsync(part.Site, parameter, cancellationToken).ConfigureAwait(false);
        }

        return packed;
    }
}
