using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Readings of one parameter: a row each on open days, a row a day in UTC on closed ones. Keys are seconds since 1970.</summary>
/// <param name="site">The number of the site.</param>
/// <param name="parameter">The parameter.</param>
/// <param name="firstOpenDay">The first day in UTC that is written as rows.</param>
/// <param name="archive">The name of the archive, for messages.</param>
internal sealed class ReadingValues(long site, ArchiveParameter parameter, DateOnly firstOpenDay, string archive) : ValueStore
{
    public override async Task<List<ArchivedValue>> ReadAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken)
    {
        List<ArchivedValue> values = [];
        foreach ((_, List<ArchivedValue> day) in await ReadPacksAsync(session, from, to, cancellationToken).ConfigureAwait(false))
        {
            values.AddRange(day[0].Key >= from && day[^1].Key < to ? day : day.Where(value => value.Key >= from && value.Key < to));
        }

        int packed = values.Count;
        values.AddRange(await ReadRowsAsync(session, from, to, cancellationToken).ConfigureAwait(false));
        if (packed > 0 && packed < values.Count && values[packed].Key < values[packed - 1].Key)
        {
            values.Sort((left, right) => left.Key.CompareTo(right.Key));
        }

        return values;
    }

    public override Task<List<SupersededValue>> ReadSupersededAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken) =>
        session.QueryAsync(ArchiveStatements.SupersededReadings, row => new SupersededValue(Read(row), row.Instant(4), row.Instant(5)), cancellationToken, Range(from, to));

    public override async Task WriteAsync(
        ArchiveSession session, IReadOnlyList<ArchivedValue> added, IReadOnlyList<ArchivedValue> corrected, CancellationToken cancellationToken)
    {
        long firstOpen = EpochTime.StartOfUtcDay(firstOpenDay);
        await session.InsertAsync(ArchiveTables.Reading, [.. added.Where(value => value.Key >= firstOpen).Select(RowOf)], cancellationToken).ConfigureAwait(false);
        await session.UpsertAsync(ArchiveTables.Reading, [.. corrected.Where(value => value.Key >= firstOpen).Select(RowOf)], cancellationToken).ConfigureAwait(false);
        ArchivedValue[] closed = [.. added.Concat(corrected).Where(value => value.Key < firstOpen)];
        if (closed.Length > 0)
        {
            await PackAsync(session, closed, EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(closed.Min(value => value.Key))), firstOpen, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Packs the rows of closed days.</summary>
    /// <returns>The number of rows that are packed now.</returns>
    public async Task<int> PackAsync(ArchiveSession session, CancellationToken cancellationToken)
    {
        List<long?> oldest = await session.QueryAsync(
            ArchiveStatements.OldestReading, row => row.InstantOrNull(0), cancellationToken, ("@site", SqlValue.Integer(site)), ("@parameter", SqlValue.Small((int)parameter))).ConfigureAwait(false);
        long firstOpen = EpochTime.StartOfUtcDay(firstOpenDay);
        return oldest is [{ } from] && from < firstOpen
            ? await PackAsync(session, [], EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(from)), firstOpen, cancellationToken).ConfigureAwait(false)
            : 0;
    }

    public override Task SupersedeAsync(ArchiveSession session, IReadOnlyList<SupersededValue> values, CancellationToken cancellationToken) =>
        session.UpsertAsync(
            ArchiveTables.SupersededReading,
            [
                .. values.Select(old => new[]
                {
                    SqlValue.Integer(site), SqlValue.Small((int)parameter), SqlValue.Instant(old.Value.Key), SqlValue.Instant(old.BelievedUntil), SqlValue.Instant(old.KnownAt),
                    SqlValue.Integer(old.Value.Value), SqlValue.Integer(old.Value.Other), SqlValue.Integer(old.Value.Request),
                }),
            ],
            cancellationToken);

    private static ArchivedValue Read(ArchiveRow row) => new(row.Instant(0), (int?)row.IntegerOrNull(1), (int?)row.IntegerOrNull(2), row.Integer(3));

    private async Task<int> PackAsync(ArchiveSession session, ArchivedValue[] changes, long from, long to, CancellationToken cancellationToken)
    {
        long end = changes.Length == 0 ? to : Math.Min(to, EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(changes.Max(value => value.Key)).AddDays(1)));
        Dictionary<DateOnly, List<ArchivedValue>> packs = await ReadPacksAsync(session, from, end, cancellationToken).ConfigureAwait(false);
        List<ArchivedValue> rows = await ReadRowsAsync(session, from, end, cancellationToken).ConfigureAwait(false);
        List<SqlValue[]> added = [];
        List<SqlValue[]> changed = [];
        foreach (IGrouping<DateOnly, ArchivedValue> day in rows.Concat(changes).GroupBy(value => EpochTime.UtcDayOf(value.Key)))
        {
            bool isPacked = packs.TryGetValue(day.Key, out List<ArchivedValue>? before);
            SortedDictionary<long, ArchivedValue> values = [];
            foreach (ArchivedValue value in (before ?? []).Concat(day))
            {
                values[value.Key] = value;
            }

            (isPacked ? changed : added).Add(PackOf(day.Key, [.. values.Values]));
        }

        if (rows.Count > 0)
        {
            await session.ExecuteAsync(ArchiveStatements.RemoveReadings, cancellationToken, Range(from, end)).ConfigureAwait(false);
        }

        await session.InsertAsync(ArchiveTables.DayPack, added, cancellationToken).ConfigureAwait(false);
        await session.UpsertAsync(ArchiveTables.DayPack, changed, cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    private Task<List<ArchivedValue>> ReadRowsAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken) =>
        session.QueryAsync(ArchiveStatements.Readings, Read, cancellationToken, Range(from, to));

    private async Task<Dictionary<DateOnly, List<ArchivedValue>>> ReadPacksAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken)
    {
        List<(DateOnly Day, byte[] Pack)> packs = await session.QueryAsync(
            ArchiveStatements.Packs,
            row => (row.Day(0), row.Bytes(1)),
            cancellationToken,
            ("@site", SqlValue.Integer(site)),
            ("@parameter", SqlValue.Small((int)parameter)),
            ("@first", SqlValue.Day(EpochTime.UtcDayOf(from))),
            ("@last", SqlValue.Day(EpochTime.UtcDayOf(to - 1)))).ConfigureAwait(false);
        Dictionary<DateOnly, List<ArchivedValue>> days = new(packs.Count);
        foreach ((DateOnly day, byte[] pack) in packs)
        {
            days.Add(day, PackedDay.Read(archive, day, pack));
        }

        return days;
    }

    private (string Name, SqlValue Value)[] Range(long from, long to) =>
        [("@site", SqlValue.Integer(site)), ("@parameter", SqlValue.Small((int)parameter)), ("@start", SqlValue.Instant(from)), ("@end", SqlValue.Instant(to))];

    private SqlValue[] RowOf(ArchivedValue value) =>
    [
        SqlValue.Integer(site), SqlValue.Small((int)parameter), SqlValue.Instant(value.Key), SqlValue.Integer(value.Value), SqlValue.Integer(value.Other), SqlValue.Integer(value.Request),
    ];

    private SqlValue[] PackOf(DateOnly day, IReadOnlyList<ArchivedValue> values) =>
    [
        SqlValue.Integer(site), SqlValue.Small((int)parameter), SqlValue.Day(day), SqlValue.Integer(values.Count), SqlValue.Integer(values.Max(value => value.Request)),
        SqlValue.Bytes(DayPack.Encode(EpochTime.StartOfUtcDay(day), values)),
    ];
}
