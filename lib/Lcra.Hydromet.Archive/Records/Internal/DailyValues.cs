using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Daily rain. Keys are days since 1970.</summary>
internal sealed class DailyValues(SiteValues site) : ValueStore
{
    public override SqlStatement Reading(long from, long to, bool withRequests, List<ArchivedValue> values) =>
        new(ArchiveStatements.Days, row => values.Add(Read(row)), [.. site.ById(), .. Days(from, to)]);

    public override Task<List<SupersededValue>> ReadSupersededAsync(ArchiveSession session, long from, long to, CancellationToken cancellationToken) =>
        session.QueryAsync(ArchiveStatements.SupersededDays, row => new SupersededValue(Read(row), row.Instant(5), row.Instant(6)), cancellationToken, [("@site", SqlValue.Integer(site.Site)), .. Days(from, to)]);

    public override async Task WriteAsync(
        ArchiveSession session, IReadOnlyList<ArchivedValue> added, long request, IReadOnlyList<ArchivedValue> corrected, CancellationToken cancellationToken)
    {
        await session.InsertAsync(ArchiveTables.Daily, added.Select(day => RowOf(day.WithRequest(request))), cancellationToken).ConfigureAwait(false);
        await session.UpsertAsync(ArchiveTables.Daily, [.. corrected.Select(RowOf)], cancellationToken).ConfigureAwait(false);
    }

    public override Task SupersedeAsync(ArchiveSession session, IReadOnlyList<SupersededValue> values, CancellationToken cancellationToken) =>
        session.UpsertAsync(
            ArchiveTables.SupersededDaily,
            [
                .. values.Select(old => new[]
                {
                    SqlValue.Integer(site.Site), SqlValue.Day(EpochTime.DayOf(old.Value.Key)), SqlValue.Instant(old.BelievedUntil), SqlValue.Instant(old.KnownAt),
                    SqlValue.Integer(old.Value.Value), SqlValue.Integer(old.Value.Other), SqlValue.Flag(old.Value.IsPartial), SqlValue.Integer(old.Value.Request),
                }),
            ],
            cancellationToken);

    private static ArchivedValue Read(ArchiveRow row) => new(
        EpochTime.DaysOf(row.Day(0)), (int?)row.IntegerOrNull(1), (int?)row.IntegerOrNull(2), row.Integer(3), row.Flag(4));

    private static (string Name, SqlValue Value)[] Days(long from, long to) =>
        [("@first", SqlValue.Day(EpochTime.DayOf(from))), ("@last", SqlValue.Day(EpochTime.DayOf(to - 1)))];

    private SqlValue[] RowOf(ArchivedValue day) =>
    [
        SqlValue.Integer(site.Site), SqlValue.Day(EpochTime.DayOf(day.Key)), SqlValue.Integer(day.Value), SqlValue.Integer(day.Other), SqlValue.Flag(day.IsPartial), SqlValue.Integer(day.Request),
    ];
}
