using System.Runtime.InteropServices;
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
        gauges.Sort((one, other) => Compare(one.Site, other.Site));
        return gauges;
    }

    public async Task<IReadOnlyList<SiteRecord<HistoryRecord>>> ReadNewestAsync(ArchiveSession session, ArchiveParameter first, CancellationToken cancellationToken)
    {
        List<SiteId> sites = [];
        List<ArchivedValue> firstValues = [];
        Dictionary<SiteId, ArchivedValue> secondValues = [];
        if (!await TryReadAsync(ArchiveStatements.NewestOfSites, row => NewestReadings.Read(row, 3)).ConfigureAwait(false))
        {
            sites.Clear();
            firstValues.Clear();
            secondValues.Clear();
            await TryReadAsync(ArchiveStatements.NewestOfSitesLookedUp, LookedUp).ConfigureAwait(false);
        }

        CentralClock clock = default;
        CollectionsMarshal.AsSpan(sites).Sort(CollectionsMarshal.AsSpan(firstValues), Compare);
        return
        [
            .. sites.Zip(firstValues, (site, value) => new SiteRecord<HistoryRecord>(
                site,
                new HistoryRecord
                {
                    ObservedAt = clock.At(value.Key),
                    Value1 = Hundredths.ToValue(value.Value),
                    OtherValue1 = Hundredths.ToValue(value.Other),
                    Value2 = secondValues.TryGetValue(site, out ArchivedValue second) && second.Key == value.Key ? Hundredths.ToValue(second.Value) : null,
                })),
        ];

        async Task<bool> TryReadAsync(string sql, Func<ArchiveRow, ArchivedValue?> read)
        {
            bool isKnown = true;
            await session.ForEachAsync(
                sql,
                row =>
                {
                    if (read(row) is not { } value)
                    {
                        isKnown = false;
                    }
                    else if (row.Integer(2) == (long)first)
                    {
                        sites.Add(SiteOf(row));
                        firstValues.Add(value);
                    }
                    else
                    {
                        secondValues.Add(SiteOf(row), value);
                    }
                },
                cancellationToken,
                NewestReadings.Both(first)).ConfigureAwait(false);
            return isKnown;
        }
    }

    private ArchivedValue? LookedUp(ArchiveRow row) =>
        NewestReadings.Read(row, 3) ?? NewestReadings.Of(NewestReadings.Read(row, 6), row.DayOrNull(9), row.BytesOrNull(10), store.Name);

    private static SiteId SiteOf(ArchiveRow row) => new(row.Text(0), row.Text(1));

    private static int Compare(SiteId one, SiteId other) =>
        string.CompareOrdinal(one.Agency, other.Agency) is not 0 and var order ? order : string.CompareOrdinal(one.Number, other.Number);
}
