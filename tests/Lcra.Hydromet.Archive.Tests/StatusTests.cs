using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class StatusTests(ArchiveStores stores)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_status_has_first_and_last_day_and_counts_of_two_whole_records(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2002, 1, 1));
        await Recorded.FillDailyAsync(archive, Recorded.MarbleFalls, new DateOnly(1991, 1, 1));

        ArchiveStatus status = await archive.GetStatusAsync();

        Assert.Equal(
            [
                "LCRA:2959 rainDaily: 1991-11-30 to 2026-10-02, 12421 records, 12421 days with an amount, 305 missing",
                "LCRA:3018 rainDaily: 2002-06-19 to 2026-10-02, 8849 records, 8849 days with an amount, 23 missing",
            ],
            status.Sites.Select(site => site.ToString()));
        Assert.All(status.Sites, site => Assert.Equal((Recorded.Now, Recorded.Now), (site.LastRequestedAt, site.ChangedAt)));
        Assert.Equal(Recorded.Now, status.LastRequestedAt);
        Assert.InRange(status.Bytes, 300_000, 5_000_000);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_last_change_of_a_site_is_that_of_its_newest_parameter_and_no_repetition(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateOnly first = new(2026, 9, 27);
        ArchiveRequest days = Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, first, first);
        await archive.StoreDailyRainfallAsync(days, [new DailyRainfall { Day = first, Inches = 0.5m }]);
        DateTimeOffset? stored = await archive.GetChangedAtAsync(Recorded.Hamilton);
        await archive.StoreDailyRainfallAsync(days with { RequestedAt = Recorded.Now.AddHours(1) }, [new DailyRainfall { Day = first, Inches = 0.5m }]);
        DateTimeOffset? repeated = await archive.GetChangedAtAsync(Recorded.Hamilton);
        ArchiveRequest counts = Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, first, first) with { RequestedAt = Recorded.Now.AddHours(2) };
        await archive.StoreAccumulatedRainfallAsync(counts, [new AccumulatedRainfall(CentralTime.StartOfDay(first), 1m)]);

        Assert.Equal((Recorded.Now, Recorded.Now, Recorded.Now.AddHours(2)), (stored, repeated, await archive.GetChangedAtAsync(Recorded.Hamilton)));
        Assert.Null(await archive.GetChangedAtAsync(Recorded.MarbleFalls));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_day_without_an_amount_is_counted_as_missing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateOnly first = new(2026, 9, 27);
        await archive.StoreDailyRainfallAsync(
            Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, first, Recorded.Today),
            [new DailyRainfall { Day = first.AddDays(1), Inches = 0m }, new DailyRainfall { Day = first.AddDays(2), Inches = null }, new DailyRainfall { Day = first.AddDays(4), Inches = 0.1m }]);

        ArchiveSiteStatus site = Assert.Single((await archive.GetStatusAsync()).Sites);

        Assert.Equal((3, 2, 2), (site.Records, site.DaysWithAmount, site.MissingDays));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Packed_and_open_readings_are_counted_together(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillCountsAsync(archive, Recorded.Hamilton, new DateOnly(2026, 7, 1));

        ArchiveSiteStatus site = Assert.Single((await archive.GetStatusAsync()).Sites);

        Assert.Equal((new DateOnly(2026, 7, 1), Recorded.Today), (site.FirstDay, site.LastDay));
        Assert.Equal(Recorded.MadeCounts(Recorded.Hamilton, new DateOnly(2026, 7, 1)).Count(), site.Records);
        Assert.Null(site.DaysWithAmount);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_empty_archive_and_a_site_without_records_have_a_status(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        ArchiveStatus empty = await archive.GetStatusAsync();
        await archive.StoreHistoryAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.LakeLevel, Recorded.Today, Recorded.Today), []);
        ArchiveSiteStatus site = Assert.Single((await archive.GetStatusAsync()).Sites);

        Assert.Empty(empty.Sites);
        Assert.Null(empty.LastRequestedAt);
        Assert.Equal((null, 0, null), (site.FirstDay, site.Records, site.ChangedAt));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Sites_come_back_with_what_was_last_known_of_them(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        Site known = new() { Id = Recorded.Hamilton, Name = "Hamilton Creek", Basin = "Highland Lakes", Latitude = 30.62345m, Longitude = -98.1m };
        await archive.StoreSitesAsync([known, new Site { Id = Recorded.MarbleFalls, Name = "Marble Falls" }]);
        await archive.StoreSitesAsync([new Site { Id = Recorded.Hamilton, Name = "Hamilton Creek near Marble Falls" }]);

        Assert.Equal(
            [new Site { Id = Recorded.MarbleFalls, Name = "Marble Falls" }, known with { Name = "Hamilton Creek near Marble Falls" }],
            await archive.GetSitesAsync());
    }
}
