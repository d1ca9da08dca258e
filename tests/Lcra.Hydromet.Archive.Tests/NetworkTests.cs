using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class NetworkTests(ArchiveStores stores)
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_rain_of_a_day_is_that_of_each_gauge_and_a_gauge_without_the_day_is_absent(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await StoreAsync(archive, Recorded.Hamilton, new DailyRainfall { Day = Day, Inches = 2.81m }, new DailyRainfall { Day = Day.AddDays(1), Inches = 9m });
        await StoreAsync(archive, Recorded.MarbleFalls, new DailyRainfall { Day = Day, Inches = null });
        await StoreAsync(archive, SiteId.Parse("2268"), new DailyRainfall { Day = Day.AddDays(1), Inches = 1m });

        IReadOnlyList<SiteRecord<DailyRainfall>> gauges = await archive.GetRainfallOfDayAsync(Day);

        Assert.Equal([(Recorded.MarbleFalls, null), (Recorded.Hamilton, 2.81m)], gauges.Select(gauge => (gauge.Site, gauge.Record.Inches)));
        Assert.All(gauges, gauge => Assert.Equal((Day, false), (gauge.Record.Day, gauge.Record.IsPartial)));
        Assert.True((await archive.GetRainfallOfDayAsync(Day.AddDays(2))).Count == 0);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_newest_record_of_each_site_is_of_an_open_or_a_packed_day_and_may_lack_a_value(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset open = CentralTime.StartOfDay(Day).AddHours(7);
        DateTimeOffset retired = CentralTime.StartOfDay(new DateOnly(2019, 3, 4)).AddHours(9);
        await StoreAsync(archive, Recorded.Hamilton, HistoryParameter.Rain, Record(open.AddMonths(-3), 1m), Record(open.AddHours(-1), 2m), Record(open, null));
        await StoreAsync(archive, Recorded.MarbleFalls, HistoryParameter.Rain, Record(retired.AddDays(-1), 3m), Record(retired, 4m));
        await StoreAsync(archive, SiteId.Parse("2268"), HistoryParameter.Flow, Record(open.AddHours(-1), 5m, 1m), Record(open, 6m));

        Assert.Equal(
            [new SiteRecord<HistoryRecord>(Recorded.MarbleFalls, Record(retired, 4m)), new SiteRecord<HistoryRecord>(Recorded.Hamilton, Record(open, null))],
            await archive.GetNewestRecordsAsync(HistoryParameter.Rain));
        Assert.Equal([new SiteRecord<HistoryRecord>(SiteId.Parse("2268"), Record(open, 6m))], await archive.GetNewestRecordsAsync(HistoryParameter.Flow));
        await Assert.ThrowsAsync<ArgumentException>(() => archive.GetNewestRecordsAsync(HistoryParameter.RainDaily));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_later_reading_of_a_packed_day_is_the_newest(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        options.PackAfter = TimeSpan.FromDays(1);
        DateTimeOffset morning = CentralTime.StartOfDay(Day).AddHours(7);
        await using (HydrometArchive packed = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await StoreAsync(packed, Recorded.Hamilton, HistoryParameter.Rain, Record(morning, 1m));
            await StoreAsync(packed, Recorded.MarbleFalls, HistoryParameter.Rain, Record(morning.AddHours(2), 2m));
        }

        options.PackAfter = TimeSpan.FromDays(40);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await StoreAsync(archive, Recorded.Hamilton, HistoryParameter.Rain, Record(morning, 1m), Record(morning.AddHours(1), 3m));
        await StoreAsync(archive, Recorded.MarbleFalls, HistoryParameter.Rain, Record(morning.AddHours(1), 4m), Record(morning.AddHours(2), 2m));

        Assert.Equal([2m, 3m], (await archive.GetNewestRecordsAsync(HistoryParameter.Rain)).Select(site => site.Record.Value1));
    }

    private static HistoryRecord Record(DateTimeOffset at, decimal? first, decimal? second = null) => new() { ObservedAt = CentralTime.At(at), Value1 = first, Value2 = second };

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, SiteId site, params DailyRainfall[] days) =>
        archive.StoreDailyRainfallAsync(Recorded.Request(site, HistoryParameter.RainDaily, Day, Day.AddDays(1)), days);

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, SiteId site, HistoryParameter parameter, params HistoryRecord[] records) => archive.StoreHistoryAsync(
        Recorded.Request(site, parameter, CentralTime.DayOf(records[0].ObservedAt), CentralTime.DayOf(records[^1].ObservedAt)), records);
}
