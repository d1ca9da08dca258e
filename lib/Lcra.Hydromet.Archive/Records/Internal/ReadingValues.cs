using System.Runtime.InteropServices;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Readings of one parameter: a row each on open days, a row a day in UTC on closed ones. Keys are seconds since 1970.</summary>
/// <param name="site">The site.</param>
/// <param name="parameter">The parameter.</param>
/// <param name="firstOpenDay">The first day in UTC that is written as rows.</param>
/// <param name="archive">The name of the archive, for messages.</param>
internal sealed class ReadingValues(SiteValues site, ArchiveParameter parameter, DateOnly firstOpenDay, string archive) : ValueStore
{
    public override SqlStatement Reading(long from, long to, bool withRequests, List<ArchivedValue> values) => Reading(from, to, withRequests, values.AddRange);

    /// <summary>Makes the statement that hands over values as the database has them, a row or the part of a packed day that is asked for: nearly always in order, and each time once.</summary>
    public SqlStatement Reading(long from, long to, bool withRequests, Action<ReadOnlySpan<ArchivedValue>> take)
    {
        List<ArchivedValue> day = [];
        return new SqlStatement(
            ArchiveStatements.PacksAndReadings,
            row =>
            {
                if (row.InstantOrNull(2) is { } at)
                {
                    take([new ArchivedValue(at, (int?)row.IntegerOrNull(3), (int?)row.IntegerOrNull(4), withRequests ? row.Integer(5) : 0)]);
                    return;
                }

                day.Clear();
                PackedDay.Read(archive, row.Day(0), row.Bytes(1), day);
                int first = day.FindIndex(value => value.Key >= from);
                int last = day.FindLastIndex(value => value.Key < to);
                if (first >= 0 && last >= first)
                {
                    take(CollectionsMarshal.AsSpan(day)[first..(last + 1)]);
                }
            },
            [.. site.ById(), .. Days(from, to), ("@parameter", SqlValue.Small((int)parameter)), ("@start", SqlValue.Instant(from)), ("@end", SqlValue.Instant(to))]);
    }

    public override Task<List<SupersededValue>> ReadSupersededAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken) =>
        session.QueryAsync(ArchiveStatements.SupersededReadings, row => new SupersededValue(Read(row), row.Instant(4), row.Instant(5)), cancellationToken, Range(from, to));

    public override async Task WriteAsync(
        ArchiveSession session, IReadOnlyList<ArchivedValue> added, long request, IReadOnlyList<ArchivedValue> corrected, CancellationToken cancellationToken)
    {
        long firstOpen = EpochTime.StartOfUtcDay(firstOpenDay);
        if (added.Count > 0 && added[^1].Key >= firstOpen)
        {
            await session.InsertAsync(ArchiveTables.Reading, RowsOf(added.SkipWhile(value => value.Key < firstOpen), request), cancellationToken).ConfigureAwait(false);
        }

        await session.UpsertAsync(ArchiveTables.Reading, [.. corrected.Where(value => value.Key >= firstOpen).Select(RowOf)], cancellationToken).ConfigureAwait(false);
        ArchivedValue[] closed = [.. added.TakeWhile(value => value.Key < firstOpen).Select(value => value.WithRequest(request)), .. corrected.TakeWhile(value => value.Key < firstOpen)];
        if (closed.Length > 0)
        {
            await PackAsync(session, closed, EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(closed.Min(value => value.Key))), firstOpen, cancellationToken).ConfigureAwait(false);
        }
    }

    public override SqlStatement Moving(ArchivedValue newest) => NewestReadings.Moving(site.Site, parameter, newest);

    /// <summary>Packs the rows of closed days.</summary>
    /// <returns>The number of rows that are packed now.</returns>
    public async Task<int> PackAsync(ArchiveSession session, CancellationToken cancellationToken)
    {
        List<long?> oldest = await session.QueryAsync(
            ArchiveStatements.OldestReading, row => row.InstantOrNull(0), cancellationToken, ("@site", SqlValue.Integer(site.Site)), ("@parameter", SqlValue.Small((int)parameter))).ConfigureAwait(false);
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
                    SqlValue.Integer(site.Site), SqlValue.Small((int)parameter), SqlValue.Instant(old.Value.Key), SqlValue.Instant(old.BelievedUntil), SqlValue.Instant(old.KnownAt),
                    SqlValue.Integer(old.Value.Value), SqlValue.Integer(old.Value.Other), SqlValue.Integer(old.Value.Request),
                }),
            ],
            cancellationToken);

    private static ArchivedValue Read(ArchiveRow row) => new(row.Instant(0), (int?)row.IntegerOrNull(1), (int?)row.IntegerOrNull(2), row.Integer(3));

    private async Task<int> PackAsync(ArchiveSession session, ArchivedValue[] changes, long from, long to, CancellationToken cancellationToken)
    {
        long end = changes.Length == 0 ? to : Math.Min(to, EpochTime.StartOfUtcDay(EpochTime.UtcDayOf(changes.Max(value => value.Key)).AddDays(1)));
        Dictionary<DateOnly, List<ArchivedValue>> packs = [];
        List<ArchivedValue> rows = [];
        await session.RunAsync([Packs(from, end, packs), new SqlStatement(ArchiveStatements.Readings, row => rows.Add(Read(row)), Range(from, end))], cancellationToken).ConfigureAwait(false);
        List<SqlValue[]> added = [];
        List<SqlValue[]> changed = [];
        foreach (List<ArchivedValue> day in OrderedValues.ByDay([.. rows, .. changes]))
        {
            DateOnly key = EpochTime.UtcDayOf(day[0].Key);
            bool isPacked = packs.TryGetValue(key, out List<ArchivedValue>? before);
            (isPacked ? changed : added).Add(PackOf(key, isPacked ? OrderedValues.Of([.. before!, .. day]) : day));
        }

        if (rows.Count > 0)
        {
            await session.ExecuteAsync(ArchiveStatements.RemoveReadings, cancellationToken, Range(from, end)).ConfigureAwait(false);
        }

        await session.InsertAsync(ArchiveTables.DayPack, added, cancellationToken).ConfigureAwait(false);
        await session.UpsertAsync(ArchiveTables.DayPack, changed, cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    private SqlStatement Packs(long from, long to, Dictionary<DateOnly, List<ArchivedValue>> days) => new(
        ArchiveStatements.Packs,
        row => days.Add(row.Day(0), PackedDay.Read(archive, row.Day(0), row.Bytes(1))),
        [("@site", SqlValue.Integer(site.Site)), ("@parameter", SqlValue.Small((int)parameter)), .. Days(from, to)]);

    private static (string Name, SqlValue Value)[] Days(long from, long to) =>
        [("@first", SqlValue.Day(EpochTime.UtcDayOf(from))), ("@last", SqlValue.Day(EpochTime.UtcDayOf(to - 1)))];

    private (string Name, SqlValue Value)[] Range(long from, long to) =>
        [("@site", SqlValue.Integer(site.Site)), ("@parameter", SqlValue.Small((int)parameter)), ("@start", SqlValue.Instant(from)), ("@end", SqlValue.Instant(to))];

    private SqlValue[] RowOf(ArchivedValue value) =>
    [
        SqlValue.Integer(site.Site), SqlValue.Small((int)parameter), SqlValue.Instant(value.Key), SqlValue.Integer(value.Value), SqlValue.Integer(value.Other), SqlValue.Integer(value.Request),
    ];

    // In one array, which each row fills anew: a load makes half as many objects.
    private IEnumerable<SqlValue[]> RowsOf(IEnumerable<ArchivedValue> values, long request)
    {
        SqlValue[] row = [SqlValue.Integer(site.Site), SqlValue.Small((int)parameter), default, default, default, SqlValue.Integer(request)];
        foreach (ArchivedValue value in values)
        {
            (row[2], row[3], row[4]) = (SqlValue.Instant(value.Key), SqlValue.Integer(value.Value), SqlValue.Integer(value.Other));
            yield return row;
        }
    }

    private SqlValue[] PackOf(DateOnly day, List<ArchivedValue> values) =>
    [
        SqlValue.Integer(site.Site), SqlValue.Small((int)parameter), SqlValue.Day(day), SqlValue.Integer(values.Count), SqlValue.Integer(values.Max(value => value.Request)),
        SqlValue.Bytes(DayPack.Encode(EpochTime.StartOfUtcDay(day), values)),
    ];
}
