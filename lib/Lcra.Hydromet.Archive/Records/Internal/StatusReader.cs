using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Counts what an archive has, site by site.</summary>
internal sealed class StatusReader(ArchiveSession session, string archive)
{
    public async Task<List<ArchiveSiteStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        List<ArchiveSiteStatus> all = [];
        foreach (SiteParameter part in await ReadSiteParametersAsync(session, cancellationToken).ConfigureAwait(false))
        {
            ArchiveSiteStatus empty = new()
            {
                Site = part.Id,
                Parameter = ArchiveParameters.HistoryOf((long)part.Parameter),
                Records = 0,
                LastRequestedAt = EpochTime.Central(part.LastRequestedAt),
                ChangedAt = part.ChangedAt is { } at ? EpochTime.Central(at) : null,
            };
            all.Add(part.Parameter == ArchiveParameter.DailyRainfall
                ? await CountDaysAsync(empty, part, cancellationToken).ConfigureAwait(false)
                : await CountReadingsAsync(empty, part, cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    /// <summary>Lists the parameters of all sites in order.</summary>
    public static async Task<IReadOnlyList<SiteParameter>> ReadSiteParametersAsync(ArchiveSession session, CancellationToken cancellationToken)
    {
        List<SiteParameter> all = await session.QueryAsync(
            ArchiveStatements.SiteParameters,
            row => new SiteParameter(new SiteId(row.Text(0), row.Text(1)), row.Integer(2), (ArchiveParameter)row.Integer(3), row.Instant(4), row.InstantOrNull(5)),
            cancellationToken).ConfigureAwait(false);
        return [.. all.OrderBy(part => part.Id.Agency, StringComparer.Ordinal).ThenBy(part => part.Id.Number, StringComparer.Ordinal).ThenBy(part => part.Parameter)];
    }

    private async Task<ArchiveSiteStatus> CountDaysAsync(ArchiveSiteStatus empty, SiteParameter part, CancellationToken cancellationToken)
    {
        (DateOnly? first, DateOnly? last, long records, long amounts) = (await session.QueryAsync(
            ArchiveStatements.DayCounts,
            row => (row.DayOrNull(0), row.DayOrNull(1), row.Integer(2), row.Integer(3)),
            cancellationToken,
            ("@site", SqlValue.Integer(part.Site))).ConfigureAwait(false))[0];
        int days = first is { } from && last is { } to ? to.DayNumber - from.DayNumber + 1 : 0;
        return empty with { FirstDay = first, LastDay = last, Records = records, DaysWithAmount = (int)amounts, MissingDays = days - (int)amounts };
    }

    private async Task<ArchiveSiteStatus> CountReadingsAsync(ArchiveSiteStatus empty, SiteParameter part, CancellationToken cancellationToken)
    {
        (string, SqlValue)[] key = [("@site", SqlValue.Integer(part.Site)), ("@parameter", SqlValue.Small((int)part.Parameter))];
        (long? first, long? last, long rows) = (await session.QueryAsync(
            ArchiveStatements.ReadingCounts, row => (row.InstantOrNull(0), row.InstantOrNull(1), row.Integer(2)), cancellationToken, key).ConfigureAwait(false))[0];
        long packed = (await session.QueryAsync(ArchiveStatements.PackedCounts, row => row.Integer(0), cancellationToken, key).ConfigureAwait(false))[0];
        List<ArchivedValue> oldest = await ReadPackAsync(ArchiveStatements.FirstPack, key, cancellationToken).ConfigureAwait(false);
        List<ArchivedValue> newest = await ReadPackAsync(ArchiveStatements.LastPack, key, cancellationToken).ConfigureAwait(false);
        long[] edges = [.. new[] { first, last, oldest.Count > 0 ? oldest[0].Key : null, newest.Count > 0 ? newest[^1].Key : null }.OfType<long>()];
        return edges.Length == 0
            ? empty
            : empty with
            {
                FirstDay = CentralTime.DayOf(EpochTime.Central(edges.Min())),
                LastDay = CentralTime.DayOf(EpochTime.Central(edges.Max())),
                Records = rows + packed,
            };
    }

    private async Task<List<ArchivedValue>> ReadPackAsync(string sql, (string Name, SqlValue Value)[] key, CancellationToken cancellationToken)
    {
        List<(DateOnly Day, byte[] Pack)> found = await session.QueryAsync(sql, row => (row.Day(0), row.Bytes(1)), cancellationToken, key).ConfigureAwait(false);
        return found.Count == 0 ? [] : PackedDay.Read(archive, found[0].Day, found[0].Pack);
    }
}
