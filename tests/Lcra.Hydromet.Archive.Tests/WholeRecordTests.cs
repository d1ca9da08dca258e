using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class WholeRecordTests(ArchiveStores stores)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_whole_daily_record_of_two_gauges_comes_back_as_it_was_stored(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());

        IReadOnlyList<DailyRainfall> hamilton = await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2002, 1, 1));
        IReadOnlyList<DailyRainfall> marbleFalls = await Recorded.FillDailyAsync(archive, Recorded.MarbleFalls, new DateOnly(1991, 1, 1));

        Assert.Equal((8849, 12_421), (hamilton.Count, marbleFalls.Count));
        Assert.Equal(hamilton, await archive.GetDailyRainfallAsync(Recorded.Hamilton, new DateOnly(1990, 1, 1), Recorded.Today).ToArrayAsync());
        Assert.Equal(marbleFalls, await archive.GetDailyRainfallAsync(Recorded.MarbleFalls, new DateOnly(1990, 1, 1), Recorded.Today).ToArrayAsync());
        Assert.Equal((new DateOnly(2002, 6, 19), 15.82m), (hamilton[0].Day, hamilton.Max(day => day.Inches)));
        Assert.Equal(new DateOnly(1991, 11, 30), marbleFalls[0].Day);
        Assert.Equal((Recorded.Today, 1.20m, true), (hamilton[^1].Day, hamilton[^1].Inches!.Value, hamilton[^1].IsPartial));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_year_from_the_archive_is_the_year_that_lcra_publishes(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2007, 1, 1));

        decimal? wet = await archive.GetDailyRainfallAsync(Recorded.Hamilton, new DateOnly(2007, 1, 1), new DateOnly(2007, 12, 31)).Select(day => day.Inches).SumAsync();
        decimal? dry = await archive.GetDailyRainfallAsync(Recorded.Hamilton, new DateOnly(2011, 1, 1), new DateOnly(2011, 12, 31)).Select(day => day.Inches).SumAsync();

        Assert.Equal((54.91m, 13.45m), (wet!.Value, dry!.Value));
    }
}
