using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

/// <summary>The table of newest readings says what the readings say, however they came into the archive.</summary>
[Collection(SharedStores.Name)]
public class NewestTests(ArchiveStores stores)
{
    private const int DaysOfRecord = 6;

    private static readonly DateOnly Day = new(2026, 9, 30);
    private static readonly HistoryParameter[] Histories = [HistoryParameter.Rain, HistoryParameter.Flow];

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [SuppressMessage("Security", "CA5394", Justification = "Made readings are no secret.")]
    public async Task The_newest_records_are_those_of_the_histories_after_windows_in_any_order_corrections_late_responses_and_packing(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        for (int seed = 1; seed <= 6; seed++)
        {
            Random random = new(seed);
            SiteId[] sites = [.. Enumerable.Range(0, 2).Select(place => new SiteId("LCRA", string.Create(CultureInfo.InvariantCulture, $"{seed}{place}")))];
            for (int step = 0; step < 24; step++)
            {
                // Some days are packed at once, some when the archive is compacted, and some open again.
                options.PackAfter = TimeSpan.FromDays(random.Next(1, DaysOfRecord));
                await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
                await StoreAsync(archive, sites[random.Next(sites.Length)], Histories[random.Next(Histories.Length)], random);
                if (random.Next(5) == 0)
                {
                    await archive.CompactAsync();
                }

                await AssertNewestAsync(archive, sites, $"seed {seed}, step {step}");
            }
        }

        await using HydrometArchive whole = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        Assert.Empty((await whole.VerifyAsync()).Problems);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_correction_of_the_newest_reading_is_read_and_an_older_response_that_is_stored_late_is_not(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset at = CentralTime.StartOfDay(Day).AddHours(7);
        await StoreAsync(archive, Recorded.Now, (at, 1m, 10m), (at.AddHours(1), 2m, 20m));
        await StoreAsync(archive, Recorded.Now.AddHours(2), (at, 1.5m, 10m), (at.AddHours(1), 2.5m, null));

        Assert.Equal([(at.AddHours(1), 2.5m, null)], await NewestAsync(archive));

        await StoreAsync(archive, Recorded.Now.AddHours(1), (at, 1m, 10m), (at.AddHours(1), 2.25m, 20m));

        Assert.Equal([(at.AddHours(1), 2.5m, null)], await NewestAsync(archive));

        // It is withdrawn, and stays.
        await StoreAsync(archive, Recorded.Now.AddHours(3), (at, 1.5m, 10m));

        Assert.Equal([(at.AddHours(1), 2.5m, null)], await NewestAsync(archive));
        Assert.Empty((await archive.VerifyAsync()).Problems);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_archive_of_the_version_before_has_its_newest_records_before_and_after_they_are_looked_up(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        IReadOnlyList<SiteRecord<HistoryRecord>> rain;
        IReadOnlyList<SiteRecord<HistoryRecord>> flow;
        DateTimeOffset at = CentralTime.StartOfDay(Day).AddHours(7);
        await using (HydrometArchive earlier = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await Recorded.FillCountsAsync(earlier, Recorded.Hamilton, Recorded.Today.AddDays(-50));
            await Recorded.FillDailyAsync(earlier, Recorded.Hamilton, Day);
            await StoreAsync(earlier, SiteId.Parse("2268"), HistoryParameter.Rain, Recorded.Now, (at.AddYears(-7), 3m, null), (at.AddYears(-7).AddHours(1), 4m, null));
            await StoreAsync(earlier, Recorded.Now, (at, 1m, 10m), (at.AddHours(1), 2m, null));
            rain = await earlier.GetNewestRecordsAsync(HistoryParameter.Rain);
            flow = await earlier.GetNewestRecordsAsync(HistoryParameter.Flow);
        }

        await EarlierVersion.BackToAsync(options, 4);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());

        Assert.Equal([("1", ""), ("1", ""), ("3", ""), ("4", "")], await RowsAsync(archive, onlyUnknown: true));
        Assert.Equal(rain, await archive.GetNewestRecordsAsync(HistoryParameter.Rain));
        Assert.Equal(flow, await archive.GetNewestRecordsAsync(HistoryParameter.Flow));
        Assert.Empty((await archive.VerifyAsync()).Problems);

        // A window before the newest one, and a request of which nothing is new: either looks up what it can't know.
        await StoreAsync(archive, Recorded.Now, (at.AddDays(-9), 7m, 70m));
        await StoreAsync(archive, SiteId.Parse("2268"), HistoryParameter.Rain, Recorded.Now, (at.AddYears(-7), 3m, null), (at.AddYears(-7).AddHours(1), 4m, null));

        Assert.Equal([("1", "")], await RowsAsync(archive, onlyUnknown: true));
        Assert.Equal(rain, await archive.GetNewestRecordsAsync(HistoryParameter.Rain));
        Assert.Equal(flow, await archive.GetNewestRecordsAsync(HistoryParameter.Flow));

        await archive.CompactAsync();

        Assert.Empty(await RowsAsync(archive, onlyUnknown: true));
        Assert.Equal(4, (await RowsAsync(archive, onlyUnknown: false)).Count);
        Assert.Equal(rain, await archive.GetNewestRecordsAsync(HistoryParameter.Rain));
        Assert.Equal(flow, await archive.GetNewestRecordsAsync(HistoryParameter.Flow));
        Assert.Empty((await archive.VerifyAsync()).Problems);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_correction_of_a_packed_reading_that_is_open_again_is_the_newest_when_it_is_looked_up(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        options.PackAfter = TimeSpan.FromDays(1);
        DateTimeOffset at = CentralTime.StartOfDay(Day).AddHours(7);
        await using (HydrometArchive packed = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await StoreAsync(packed, Recorded.Now, (at, 1m, null));
        }

        options.PackAfter = TimeSpan.FromDays(40);
        await using (HydrometArchive earlier = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await StoreAsync(earlier, Recorded.Now.AddHours(1), (at, 2m, null));
        }

        await EarlierVersion.BackToAsync(options, 4);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());

        Assert.Equal([(at, 2m, null)], await NewestAsync(archive));

        await archive.CompactAsync();

        Assert.Equal([(at, 2m, null)], await NewestAsync(archive));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_newest_reading_that_is_another_one_or_lacks_is_found_by_the_check_and_corrected(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset at = CentralTime.StartOfDay(Day).AddHours(7);
        await StoreAsync(archive, Recorded.Now, (at, 1m, 10m), (at.AddHours(1), 2m, 20m));
        foreach (string damage in new[] { "UPDATE newest SET value = 1 WHERE parameter = 3", "UPDATE newest SET other_value = 1 WHERE parameter = 3", "DELETE FROM newest WHERE parameter = 3" })
        {
            await archive.Store.WriteAsync((session, token) => session.ExecuteAsync(damage, token), CancellationToken.None);

            Assert.Equal(["LCRA:3018 Stage: the table newest does not have the newest reading. CompactAsync looks it up."], (await archive.VerifyAsync()).Problems);

            await archive.CompactAsync();

            Assert.Empty((await archive.VerifyAsync()).Problems);
            Assert.Equal([(at.AddHours(1), 2m, 20m)], await NewestAsync(archive));
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_damaged_pack_of_an_earlier_version_stops_neither_a_write_nor_packing(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        DateTimeOffset at = CentralTime.StartOfDay(Day.AddYears(-7)).AddHours(7);
        await using (HydrometArchive earlier = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await StoreAsync(earlier, Recorded.Now, (at, 1m, null));
            await earlier.Store.WriteAsync(
                (session, token) => session.ExecuteAsync("UPDATE day_pack SET pack = @pack", token, ("@pack", Storage.Internal.SqlValue.Bytes([1, 2, 3, 4, 5, 6]))), CancellationToken.None);
        }

        await EarlierVersion.BackToAsync(options, 4);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await StoreAsync(archive, Recorded.Now, (at.AddDays(-3), 2m, null));
        await archive.CompactAsync();

        Assert.Equal([("3", "")], await RowsAsync(archive, onlyUnknown: true));
        Assert.Equal(ArchiveFailureReason.Corrupt, (await Assert.ThrowsAsync<HydrometArchiveException>(() => archive.GetNewestRecordsAsync(HistoryParameter.Flow))).Reason);
        Assert.EndsWith("The checksum of a packed day is wrong.", Assert.Single((await archive.VerifyAsync()).Problems), StringComparison.Ordinal);
    }

    // The parameter, and the time where it is known.
    private static Task<List<(string, string)>> RowsAsync(HydrometArchive archive, bool onlyUnknown) => archive.Store.ReadAsync(
        (session, token) => session.QueryAsync(
            $"SELECT CAST(parameter AS text), coalesce(CAST(observed_at AS text), '') FROM newest {(onlyUnknown ? "WHERE observed_at IS NULL" : "")} ORDER BY parameter",
            row => (row.Text(0), row.Text(1)),
            token),
        CancellationToken.None);

    private static async Task<(DateTimeOffset, decimal?, decimal?)[]> NewestAsync(HydrometArchive archive) =>
        [.. (await archive.GetNewestRecordsAsync(HistoryParameter.Flow)).Select(site => (site.Record.ObservedAt, site.Record.Value1, site.Record.Value2))];

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, DateTimeOffset requestedAt, params (DateTimeOffset At, decimal? First, decimal? Second)[] records) =>
        StoreAsync(archive, Recorded.Hamilton, HistoryParameter.Flow, requestedAt, records);

    private static Task<ArchiveWriteResult> StoreAsync(
        HydrometArchive archive, SiteId site, HistoryParameter parameter, DateTimeOffset requestedAt, params (DateTimeOffset At, decimal? First, decimal? Second)[] records) =>
        archive.StoreHistoryAsync(
            Recorded.Request(site, parameter, CentralTime.DayOf(records[0].At), CentralTime.DayOf(records[^1].At), requestedAt),
            records.Select(record => new HistoryRecord { ObservedAt = CentralTime.At(record.At), Value1 = record.First, Value2 = record.Second }));

    // Values repeat, so that some are unchanged and others corrected; the times of the requests are in any order.
    [SuppressMessage("Security", "CA5394", Justification = "Made readings are no secret.")]
    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, SiteId site, HistoryParameter parameter, Random random)
    {
        DateOnly first = Day.AddDays(-random.Next(DaysOfRecord));
        DateOnly last = first.AddDays(random.Next(4)) is var end && end < Day ? end : Day;
        List<HistoryRecord> records = [];
        for (DateTimeOffset at = CentralTime.StartOfDay(first); at < CentralTime.StartOfDay(last.AddDays(1)); at = CentralTime.At(at.AddHours(5)))
        {
            if (random.Next(3) > 0)
            {
                records.Add(new HistoryRecord
                {
                    ObservedAt = at,
                    Value1 = random.Next(4) == 0 ? null : random.Next(2),
                    OtherValue1 = random.Next(4) == 0 ? 3m : null,
                    Value2 = random.Next(3) == 0 || parameter.Equals(HistoryParameter.Rain) ? null : random.Next(2),
                });
            }
        }

        string digest = string.Create(CultureInfo.InvariantCulture, $"{random.Next(3):x64}");
        return archive.StoreHistoryAsync(Recorded.Request(site, parameter, first, last, Recorded.Now.AddMinutes(random.Next(1_000))) with { Sha256 = digest }, records);
    }

    private static async Task AssertNewestAsync(HydrometArchive archive, SiteId[] sites, string when)
    {
        foreach (HistoryParameter parameter in Histories)
        {
            List<SiteRecord<HistoryRecord>> expected = [];
            foreach (SiteId site in sites)
            {
                if (await archive.GetHistoryAsync(site, parameter, Day.AddDays(-DaysOfRecord), Day).ToListAsync() is [.., var newest])
                {
                    expected.Add(new SiteRecord<HistoryRecord>(site, newest));
                }
            }

            SiteRecord<HistoryRecord>[] read = [.. (await archive.GetNewestRecordsAsync(parameter)).Where(record => sites.Contains(record.Site))];
            Assert.True(expected.SequenceEqual(read), $"{when}, {parameter}: [{string.Join(", ", read.Select(Text))}] instead of [{string.Join(", ", expected.Select(Text))}].");
        }

        static string Text(SiteRecord<HistoryRecord> site) => string.Create(
            CultureInfo.InvariantCulture, $"{site.Site} {site.Record.ObservedAt:MM-dd HH:mm} {site.Record.Value1}/{site.Record.OtherValue1}/{site.Record.Value2}");
    }
}
