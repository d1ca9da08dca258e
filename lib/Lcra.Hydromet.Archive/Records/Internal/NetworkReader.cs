using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Reads one value of each site, by the key of each.</summary>
internal sealed class NetworkReader(ArchiveStore store)
{
    public async Task<IReadOnlyList<SiteRecord<DailyRainfall>>> ReadDayAsync(ArchiveSession session, DateOnly day, CancellationToken cancellationToken)
    {
        await store.WidenAsync(session, cancellationToken).ConfigureAwait(false);
        List<SiteRecord<DailyRainfall>> gauges = [];
        await session.ForEachAsync(
            store.HasLateralJoins ? LateralStatements.DayOfSites : ArchiveStatements.DayOfSites,
            row =>
            {
                if (row.FlagOrNull(2) is { } isPartial)
                {
                    gauges.Add(new SiteRecord<DailyRainfall>(
                        SiteOf(row),
                        new DailyRainfall
                        {
                            Day = day,
                            Inches = Hundredths.ToValue((int?)row.IntegerOrNull(3)),
                            OtherInches = Hundredths.ToValue((int?)row.IntegerOrNull(4)),
                            IsPartial = isPartial,
                        }));
                }
            },
            cancellationToken,
            ("@day", SqlValue.Day(day))).ConfigureAwait(false);
        return InOrder(gauges);
    }

    public async Task<IReadOnlyList<SiteRecord<HistoryRecord>>> ReadNewestAsync(
        ArchiveSession session, ArchiveParameter first, ArchiveParameter? second, CancellationToken cancellationToken)
    {
        await store.WidenAsync(session, cancellationToken).ConfigureAwait(false);
        Dictionary<SiteId, ArchivedValue> firstValues = await ReadNewestAsync(session, first, cancellationToken).ConfigureAwait(false);
        Dictionary<SiteId, ArchivedValue> secondValues = second is { } other ? await ReadNewestAsync(session, other, cancellationToken).ConfigureAwait(false) : [];
        return InOrder(firstValues.Select(site => new SiteRecord<HistoryRecord>(
            site.Key,
            new HistoryRecord
            {
                ObservedAt = EpochTime.Central(site.Value.Key),
                Value1 = Hundredths.ToValue(site.Value.Value),
                OtherValue1 = Hundredths.ToValue(site.Value.Other),
                Value2 = secondValues.TryGetValue(site.Key, out ArchivedValue value) && value.Key == site.Value.Key ? Hundredths.ToValue(value.Value) : null,
            })));
    }

    private async Task<Dictionary<SiteId, ArchivedValue>> ReadNewestAsync(ArchiveSession session, ArchiveParameter parameter, CancellationToken cancellationToken)
    {
        Dictionary<SiteId, ArchivedValue> newest = [];
        await session.ForEachAsync(
            store.HasLateralJoins ? LateralStatements.NewestOfSites : ArchiveStatements.NewestOfSites,
            row =>
            {
                if (NewestOf(row) is { } value)
                {
                    newest.Add(SiteOf(row), value);
                }
            },
            cancellationToken,
            ("@parameter", SqlValue.Small((int)parameter))).ConfigureAwait(false);
        return newest;
    }

    // A day that is packed, and has a correction or a later reading as a row, counts by its newest.
    private ArchivedValue? NewestOf(ArchiveRow row)
    {
        ArchivedValue? open = row.InstantOrNull(2) is { } at ? new ArchivedValue(at, (int?)row.IntegerOrNull(3), (int?)row.IntegerOrNull(4), request: 0) : null;
        if (row.DayOrNull(5) is { } day && (open is null || open.Value.Key < EpochTime.StartOfUtcDay(day.AddDays(1))))
        {
            ArchivedValue packed = PackedDay.Read(store.Name, day, row.Bytes(6))[^1];
            return open is null || packed.Key > open.Value.Key ? packed : open;
        }

        return open;
    }

    private static SiteId SiteOf(ArchiveRow row) => new(row.Text(0), row.Text(1));

    private static List<SiteRecord<T>> InOrder<T>(IEnumerable<SiteRecord<T>> records) =>
        [.. records.OrderBy(record => record.Site.Agency, StringComparer.Ordinal).ThenBy(record => record.Site.Number, StringComparer.Ordinal)];
}
