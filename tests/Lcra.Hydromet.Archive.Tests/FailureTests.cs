using System.Diagnostics;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class FailureTests(ArchiveStores stores)
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public async Task A_full_disk_stores_nothing_of_the_request_and_loses_nothing()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        SqliteStore store = (SqliteStore)archive.Store;
        await StoreAsync(archive, First, 10);
        string before = await Contents.OfAsync(archive);
        store.WriterOpened = connection => Execute(connection, "PRAGMA max_page_count = 40");

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2002, 1, 1)));
        DailyRainfall[] days = await archive.GetDailyRainfallAsync(Recorded.MarbleFalls, First, Recorded.Today).ToArrayAsync();
        store.WriterOpened = connection => Execute(connection, "PRAGMA max_page_count = 100000");
        ArchiveVerification verification = await archive.VerifyAsync();

        Assert.Equal(ArchiveFailureReason.Full, failure.Reason);
        Assert.Contains("the disk is full. Free space and run this again", failure.Message, StringComparison.Ordinal);
        Assert.Equal(10, days.Length);
        Assert.True(verification.IsSound, verification.ToString());
        Assert.StartsWith(before.Split('\n')[1], (await Contents.OfAsync(archive)).Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(8849, (await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2002, 1, 1))).Count);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_is_read_and_a_write_says_so()
    {
        ArchiveOptions options = await FilledAsync();
        ArchiveOptions readOnly = new() { ConnectionString = options.ConnectionString + ";Mode=ReadOnly" };
        await using HydrometArchive byMode = await HydrometArchive.OpenAsync(readOnly, Recorded.Clock());
        await using HydrometArchive byMethod = await HydrometArchive.OpenReadOnlyAsync(options, Recorded.Clock());

        foreach (HydrometArchive archive in new[] { byMode, byMethod })
        {
            Assert.Equal(3, await archive.GetDailyRainfallAsync(Recorded.MarbleFalls, First, Recorded.Today).CountAsync());
            HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => StoreAsync(archive, First, 1));
            Assert.Equal(ArchiveFailureReason.ReadOnly, failure.Reason);
        }
    }

    [Fact]
    public async Task A_file_that_is_damaged_or_something_else_is_corrupt()
    {
        string text = stores.NextFile();
        await File.WriteAllTextAsync(text, string.Concat(Enumerable.Repeat("This is a letter. ", 1000)));
        ArchiveOptions options = await FilledAsync(days: 270);
        await using (FileStream file = new(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource, FileMode.Open))
        {
            byte[] noise = Enumerable.Repeat((byte)0xA5, (int)file.Length - 8192).ToArray();
            file.Position = 8192;
            await file.WriteAsync(noise);
        }

        HydrometArchiveException letter = await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(ArchiveOptions.ForFile(text)));
        HydrometArchiveException damaged = await Assert.ThrowsAsync<HydrometArchiveException>(() => ReadAllAsync(options));

        Assert.Equal((ArchiveFailureReason.Corrupt, ArchiveFailureReason.Corrupt), (letter.Reason, damaged.Reason));
        Assert.Contains("restore a backup", damaged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_damaged_pack_is_named_by_the_check_and_stops_only_what_reads_it(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillCountsAsync(archive, Recorded.Hamilton, new DateOnly(2026, 7, 1));
        ArchiveVerification sound = await archive.VerifyAsync();
        await archive.Store.WriteAsync(
            (session, token) => session.ExecuteAsync(
                "UPDATE day_pack SET pack = @pack WHERE day = @day", token, ("@pack", SqlValue.Bytes([1, 2, 3, 4, 5, 6])), ("@day", SqlValue.Day(new DateOnly(2026, 7, 10)))),
            CancellationToken.None);

        ArchiveVerification damaged = await archive.VerifyAsync();
        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(
            () => archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, new DateOnly(2026, 7, 10), new DateOnly(2026, 7, 10)).CountAsync().AsTask());

        Assert.True(sound.IsSound, sound.ToString());
        Assert.Equal(["LCRA:3018 AccumulatedRainfall, 2026-07-10 (UTC): The checksum of a packed day is wrong."], damaged.Problems);
        Assert.Equal(sound.Packs, damaged.Packs);
        Assert.Equal(ArchiveFailureReason.Corrupt, failure.Reason);
        Assert.NotEqual(0, await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, new DateOnly(2026, 7, 12), new DateOnly(2026, 7, 12)).CountAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_reading_whose_request_or_site_is_not_there_is_found_by_the_check(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await Recorded.FillCountsAsync(archive, Recorded.Hamilton, Recorded.Today);
        int readings = await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Recorded.Today, Recorded.Today).CountAsync();
        await archive.Store.WriteAsync((session, token) => session.ExecuteAsync("UPDATE reading SET request_id = 77", token), CancellationToken.None);

        Assert.Equal([$"{readings} readings refer to requests or sites that are not there."], (await archive.VerifyAsync()).Problems);

        await archive.Store.WriteAsync((session, token) => session.ExecuteAsync("UPDATE reading SET request_id = 1, site_id = 77", token), CancellationToken.None);

        Assert.Equal(
            [$"{readings} readings refer to requests or sites that are not there.", "LCRA:3018 AccumulatedRainfall: the table newest does not have the newest reading. CompactAsync looks it up."],
            (await archive.VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_lock_that_another_program_holds_is_waited_for_no_longer_than_the_timeout_and_readers_go_on()
    {
        ArchiveOptions options = await FilledAsync();
        options.LockTimeout = TimeSpan.FromSeconds(1);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await using SqliteConnection other = new(options.ConnectionString);
        await other.OpenAsync();
        Execute(other, "BEGIN IMMEDIATE");
        long began = Stopwatch.GetTimestamp();

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => StoreAsync(archive, First, 5));
        TimeSpan waited = Stopwatch.GetElapsedTime(began);
        int days = await archive.GetDailyRainfallAsync(Recorded.MarbleFalls, First, Recorded.Today).CountAsync();
        Execute(other, "ROLLBACK");

        Assert.Equal((ArchiveFailureReason.Busy, true), (failure.Reason, failure.IsTransient));
        Assert.InRange(waited, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(10));
        Assert.Equal(3, days);
        Assert.Equal(2, (await StoreAsync(archive, First, 5)).Added);
    }

    [Fact]
    public async Task A_file_in_a_folder_that_is_not_there_is_unavailable_and_no_file_is_not_found_to_a_reader()
    {
        ArchiveOptions nowhere = ArchiveOptions.ForFile(Path.Combine(stores.NextFile(), "rain.db"));
        ArchiveOptions missing = ArchiveOptions.ForFile(stores.NextFile());

        Assert.Equal(ArchiveFailureReason.Unavailable, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(nowhere))).Reason);
        Assert.Equal(ArchiveFailureReason.Unavailable, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenReadOnlyAsync(missing))).Reason);
        Assert.False(File.Exists(new SqliteConnectionStringBuilder(missing.ConnectionString).DataSource));
    }

    [Fact]
    public async Task A_file_that_was_removed_is_not_made_again_empty()
    {
        ArchiveOptions options = await FilledAsync();
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await archive.DisposeAsync();
        File.Delete(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => StoreAsync(archive, First, 1));

        Assert.Equal(ArchiveFailureReason.Unavailable, failure.Reason);
    }

    private static async Task<int> ReadAllAsync(ArchiveOptions options)
    {
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        return await archive.GetDailyRainfallAsync(Recorded.MarbleFalls, First, Recorded.Today).CountAsync();
    }

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, DateOnly first, int days) => archive.StoreDailyRainfallAsync(
        Recorded.Request(Recorded.MarbleFalls, HistoryParameter.RainDaily, first, first.AddDays(days - 1)),
        Enumerable.Range(0, days).Select(day => new DailyRainfall { Day = first.AddDays(day), Inches = day }));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private async Task<ArchiveOptions> FilledAsync(int days = 3)
    {
        ArchiveOptions options = await stores.NextAsync(ArchiveProvider.Sqlite);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await StoreAsync(archive, First, days);
        return options;
    }
}
