using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The values of a site.</summary>
/// <param name="id">The site.</param>
/// <param name="number">Its number in the tables; null when values are only read, which finds it itself.</param>
/// <param name="firstOpenDay">The first day in UTC that is written as rows.</param>
/// <param name="archive">The name of the archive, for messages.</param>
internal sealed class SiteValues(SiteId id, long? number, DateOnly firstOpenDay, string archive)
{
    public long Site => number ?? throw new InvalidOperationException("The number of the site was not read.");

    public static async Task<long?> FindAsync(ArchiveSession session, SiteId site, CancellationToken cancellationToken)
    {
        List<long> found = await session.QueryAsync(ArchiveStatements.FindSite, row => row.Integer(0), cancellationToken, Names(site)).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public static async Task<long> AddAsync(ArchiveSession session, SiteId site, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, site, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        await session.ExecuteAsync(ArchiveStatements.AddSite, cancellationToken, Names(site)).ConfigureAwait(false);
        return (await FindAsync(session, site, cancellationToken).ConfigureAwait(false))!.Value;
    }

    public ValueStore Of(ArchiveParameter parameter) =>
        parameter == ArchiveParameter.DailyRainfall ? new DailyValues(this) : Readings(parameter);

    public ReadingValues Readings(ArchiveParameter parameter) => new(this, parameter, firstOpenDay, archive);

    public NewestReadings Newest(ArchiveSession session) => new(session, archive);

    /// <summary>Gets the parameters by which a statement finds the site.</summary>
    public (string Name, SqlValue Value)[] ById() => Names(id);

    /// <summary>Gets when each request of a history was sent, in seconds since 1970.</summary>
    public async Task<Dictionary<long, long>> RequestTimesAsync(ArchiveSession session, ArchiveParameter first, CancellationToken cancellationToken)
    {
        List<(long Id, long At)> requests = await session.QueryAsync(
            ArchiveStatements.RequestTimes,
            row => (row.Integer(0), row.Instant(1)),
            cancellationToken,
            ("@site", SqlValue.Integer(Site)),
            ("@parameter", SqlValue.Small((int)first))).ConfigureAwait(false);
        return requests.ToDictionary(request => request.Id, request => request.At);
    }

    public static (string Name, SqlValue Value)[] Names(SiteId site) => [("@agency", SqlValue.Text(site.Agency)), ("@number", SqlValue.Text(site.Number))];
}
