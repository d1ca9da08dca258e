using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class ReadingTests(ArchiveStores stores)
{
    private static readonly DateOnly July = new(2026, 7, 1);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Readings_of_closed_and_open_days_come_back_as_they_were_stored(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        AccumulatedRainfall[] stored = [.. await Recorded.FillCountsAsync(archive, Recorded.Hamilton, July)];

        AccumulatedRainfall[] read = await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, July, Recorded.Today).ToArrayAsync();
        string contents = await Contents.OfAsync(archive);

        Assert.Equal(stored, read);
        Assert.Equal(stored[0].At.Offset, read[0].At.Offset);
        Assert.Equal(Recorded.Today.AddDays(-40).DayNumber - July.DayNumber, Contents.RowsOf(contents, "day_pack"));
        Assert.InRange(Contents.RowsOf(contents, "reading"), 3700, 3900);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_window_of_local_days_has_no_reading_of_the_days_beside_it(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        IReadOnlyList<AccumulatedRainfall> stored = await Recorded.FillCountsAsync(archive, Recorded.Hamilton, July);
        DateOnly day = new(2026, 7, 15);

        AccumulatedRainfall[] read = await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, day, day).ToArrayAsync();

        Assert.Equal(stored.Where(reading => CentralTime.DayOf(reading.At) == day), read);
        Assert.True(read.Length > 80);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_correction_of_a_packed_day_is_a_new_version_of_its_reading_alone(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        AccumulatedRainfall[] stored = [.. await Recorded.FillCountsAsync(archive, Recorded.Hamilton, July)];
        DateOnly day = new(2026, 7, 15);
        AccumulatedRainfall[] corrected = [.. stored.Where(reading => CentralTime.DayOf(reading.At) == day)];
        AccumulatedRainfall[] before = [.. corrected];
        corrected[10] = corrected[10] with { Inches = corrected[10].Inches + 1.5m };
        DateTimeOffset later = Recorded.Now.AddMinutes(1);

        ArchiveWriteResult result = await archive.StoreAccumulatedRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, day, day, later), corrected);

        Assert.Equal((0, 1, corrected.Length - 1), (result.Added, result.Corrected, result.Unchanged));
        Assert.Equal(corrected, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, day, day).ToArrayAsync());
        Assert.Equal(before, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, day, day, asKnownAt: Recorded.Now).ToArrayAsync());
        Assert.Equal(stored.Length, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, July, Recorded.Today).CountAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Packing_changes_no_result_and_leaves_only_open_days_as_rows(ArchiveProvider provider)
    {
        FakeTimeProvider clock = Recorded.Clock();
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, clock);
        IReadOnlyList<AccumulatedRainfall> stored = await Recorded.FillCountsAsync(archive, Recorded.Hamilton, Recorded.Today.AddDays(-30));
        DateTimeOffset middle = Recorded.Now.AddDays(-1);
        long none = await archive.CompactAsync();
        clock.Advance(TimeSpan.FromDays(60));
        long packed = await archive.CompactAsync();

        Assert.Equal((0, stored.Count), (none, packed));
        Assert.Equal(0, Contents.RowsOf(await Contents.OfAsync(archive), "reading"));
        Assert.Equal(stored, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Recorded.Today.AddDays(-40), Recorded.Today).ToArrayAsync());
        Assert.Empty(await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Recorded.Today.AddDays(-40), Recorded.Today, asKnownAt: middle).ToArrayAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_day_that_two_requests_filled_is_known_in_two_steps_after_it_is_packed(ArchiveProvider provider)
    {
        FakeTimeProvider clock = Recorded.Clock();
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, clock);
        AccumulatedRainfall[] day = [.. Recorded.MadeCounts(Recorded.Hamilton, Recorded.Today.AddDays(-1)).Where(reading => CentralTime.DayOf(reading.At) == Recorded.Today.AddDays(-1))];
        DateTimeOffset noon = day[0].At.AddHours(12);
        ArchiveRequest request = Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, Recorded.Today.AddDays(-1), Recorded.Today.AddDays(-1), noon);
        await archive.StoreAccumulatedRainfallAsync(request, day.Where(reading => reading.At <= noon));
        await archive.StoreAccumulatedRainfallAsync(request with { RequestedAt = noon.AddHours(13), Sha256 = new string('b', 64) }, day);
        clock.Advance(TimeSpan.FromDays(60));
        await archive.CompactAsync();

        Assert.Equal(day.Where(reading => reading.At <= noon), await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, request.First, request.Last, asKnownAt: noon).ToArrayAsync());
        Assert.Equal(day, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, request.First, request.Last).ToArrayAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Stage_and_discharge_come_back_together_with_what_is_missing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset start = CentralTime.StartOfDay(new DateOnly(2026, 5, 1));
        HistoryRecord[] records =
        [
            new() { ObservedAt = start, Value1 = -1.25m, Value2 = 1234.56m },
            new() { ObservedAt = start.AddMinutes(15), Value1 = 2.5m },
            new() { ObservedAt = start.AddMinutes(30), Value2 = -7m },
            new() { ObservedAt = start.AddMinutes(45) },
            new() { ObservedAt = start.AddMinutes(47), Value1 = 2m, OtherValue1 = 3m },
        ];
        ArchiveRequest request = Recorded.Request(Recorded.Hamilton, HistoryParameter.Flow, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 1));
        await archive.StoreHistoryAsync(request, records.Reverse());
        ArchiveWriteResult again = await archive.StoreHistoryAsync(request, records);

        Assert.Equal(records, await archive.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.Flow, request.First, request.Last).ToArrayAsync());
        Assert.Equal((0, 0), (again.Added, again.Corrected));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task The_doubled_hour_of_fall_and_the_skipped_one_of_spring_lose_no_reading(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        foreach ((DateOnly day, int readings) in new[] { (new DateOnly(2025, 11, 2), 100), (new DateOnly(2026, 3, 8), 92) })
        {
            DateTimeOffset start = CentralTime.StartOfDay(day);
            AccumulatedRainfall[] counts = [.. Enumerable.Range(0, readings).Select(i => new AccumulatedRainfall(CentralTime.At(start.AddMinutes(15 * i)), i))];
            await archive.StoreAccumulatedRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, day, day), counts);

            AccumulatedRainfall[] read = await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, day, day).ToArrayAsync();

            Assert.Equal(counts, read);
            Assert.Equal(counts.Select(count => count.At.Offset), read.Select(count => count.At.Offset));
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_instant_in_any_offset_is_one_instant(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset local = new(2026, 9, 1, 6, 55, 0, TimeSpan.FromHours(-5));
        ArchiveRequest request = Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 1));
        await archive.StoreAccumulatedRainfallAsync(request, [new AccumulatedRainfall(local, 1m)]);
        ArchiveWriteResult again = await archive.StoreAccumulatedRainfallAsync(
            request with { RequestedAt = Recorded.Now.ToOffset(TimeSpan.FromHours(9)) }, [new AccumulatedRainfall(local.ToOffset(TimeSpan.FromHours(3)), 1m)]);

        Assert.Equal((0, 0, 1), (again.Added, again.Corrected, again.Unchanged));
        Assert.Equal(local, Assert.Single(await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, request.First, request.Last).ToArrayAsync()).At);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_correction_of_a_packed_day_that_is_open_again_is_the_only_reading_of_its_time(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        options.PackAfter = TimeSpan.FromDays(1);
        AccumulatedRainfall[] stored;
        await using (HydrometArchive packed = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            stored = [.. await Recorded.FillCountsAsync(packed, Recorded.Hamilton, Recorded.Today.AddDays(-10))];
        }

        options.PackAfter = TimeSpan.FromDays(40);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        stored[100] = stored[100] with { Inches = stored[100].Inches + 0.5m };
        ArchiveRequest request = Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, Recorded.Today.AddDays(-10), Recorded.Today, Recorded.Now.AddMinutes(1));

        ArchiveWriteResult result = await archive.StoreAccumulatedRainfallAsync(request, stored);
        RainfallSeries series = await archive.GetSeriesAsync(Recorded.Hamilton, request.First, request.Last);

        Assert.Equal((0, 1), (result.Added, result.Corrected));
        Assert.Equal(stored, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, request.First, request.Last).ToArrayAsync());
        Assert.Equal(RainfallSeries.FromAccumulatedRainfall(stored).ToString(), series.ToString());
        Assert.Equal((0, 0), await ChangedAsync(archive.StoreAccumulatedRainfallAsync(request with { RequestedAt = Recorded.Now.AddMinutes(2) }, stored)));

        static async Task<(int, int)> ChangedAsync(Task<ArchiveWriteResult> storing) => ((await storing).Added, (await storing).Corrected);
    }

    [Fact]
    public async Task Hourly_records_are_the_first_of_each_hour()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        IReadOnlyList<AccumulatedRainfall> stored = await Recorded.FillCountsAsync(archive, Recorded.Hamilton, July);

        AccumulatedRainfall[] read = await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, July, July, HistoryResolution.Hourly).ToArrayAsync();

        Assert.Equal(stored.Where(reading => CentralTime.DayOf(reading.At) == July).GroupBy(reading => reading.At.Hour).Select(hour => hour.First()), read);
        Assert.Throws<ArgumentException>(() => archive.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.RainDaily, July, July, HistoryResolution.Hourly));
        Assert.Throws<ArgumentException>(() => archive.GetHistoryAsync(Recorded.Hamilton, HistoryParameter.Humidity, July, July));
        Assert.Throws<ArgumentException>(() => archive.GetDailyRainfallAsync(Recorded.Hamilton, July, July.AddDays(-1)));
    }
}
