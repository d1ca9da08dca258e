using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Reads one value of each site.</summary>
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

    public async Task<IReadOnlyList<SiteRecord<HistoryRecord>>> ReadNewestAsync(ArchiveSession session, ArchiveParameter first, CancellationToken cancellationToken)
    {
        Dictionary<SiteId, ArchivedValue> firstValues = [];
        Dictionary<SiteId, ArchivedValue> secondValues = [];
        await session.ForEachAsync(
            ArchiveStatements.NewestOfSites,
            row =>
            {
                if (NewestOf(row) is { } value)
                {
                    (row.Integer(2) == (long)first ? firstValues : secondValues).Add(SiteOf(row), value);
                }
            },
            cancellationToken,
            NewestReadings.Both(first)).ConfigureAwait(false);
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

    private ArchivedValue? NewestOf(ArchiveRow row) =>
        NewestReadings.Read(row, 3) ?? NewestReadings.Of(NewestReadings.Read(row, 6), row.DayOrNull(9), row.BytesOrNull(10), store.Name);

    private static SiteId SiteOf(ArchiveRow row) => new(row.Text(0), row.Text(1));

    private static List<SiteRecord<T>> InOrder<T>(IEnumerable<SiteRecord<T>> records) =>
        [.. records.OrderBy(record => record.Site.Agency, StringComparer.Ordinal).ThenBy(record => record.Site.Number, StringComparer.Ordinal)];
}
