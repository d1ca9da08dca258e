using System.Data.Common;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class MigrationTests(ArchiveStores stores)
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Many_that_open_an_empty_archive_at_once_make_its_tables_once(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextEmptyAsync(provider);

        HydrometArchive[] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => HydrometArchive.OpenAsync(options))));
        List<string> scripts = await QueryAsync(all[0], "SELECT name FROM archive_changelog WHERE success = true");

        Assert.Equal(scripts.Distinct(), scripts);
        Assert.Equal("6", Assert.Single(await QueryAsync(all[^1], "SELECT CAST(count(*) AS text) FROM parameter")));
        foreach (HydrometArchive archive in all)
        {
            await archive.DisposeAsync();
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Who_finds_another_at_it_waits_no_longer_than_the_timeout(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextEmptyAsync(provider);
        options.LockTimeout = TimeSpan.FromMilliseconds(300);
        await using ArchiveStore other = provider == ArchiveProvider.Sqlite ? new SqliteStore(options) : new PostgreSqlStore(options);
        HydrometArchiveException failure;
        await using (await other.LockMigrationAsync(CancellationToken.None))
        {
            failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(options));
        }

        Assert.Equal((ArchiveFailureReason.Busy, true), (failure.Reason, failure.IsTransient));
        await (await HydrometArchive.OpenAsync(options)).DisposeAsync();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_newer_schema_is_neither_read_nor_changed(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await EarlierVersion.ExecuteAsync(options, "UPDATE archive_changelog SET version = '99' WHERE version = '1'");

        Assert.Equal(ArchiveFailureReason.SchemaTooNew, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(options))).Reason);
        Assert.Equal(ArchiveFailureReason.SchemaTooNew, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenReadOnlyAsync(options))).Reason);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_older_schema_is_migrated_by_a_writer_and_named_by_a_reader(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        string before;
        await using (HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            await Recorded.FillCountsAsync(archive, Recorded.Hamilton, Recorded.Today.AddDays(-2));
            before = await Contents.OfAsync(archive);
        }

        await EarlierVersion.BackToAsync(options, 1);

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenReadOnlyAsync(options));
        await using (HydrometArchive writer = await HydrometArchive.OpenAsync(options, Recorded.Clock()))
        {
            // Looks up what a script cannot.
            await writer.CompactAsync();
        }

        Assert.Equal(ArchiveFailureReason.SchemaTooOld, failure.Reason);
        Assert.Contains("has schema version 1, and this package reads version 5", failure.Message, StringComparison.Ordinal);
        await using HydrometArchive migrated = await HydrometArchive.OpenReadOnlyAsync(options);
        Assert.Equal(before, await Contents.OfAsync(migrated));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_script_that_fails_is_rolled_back_and_runs_when_its_cause_is_gone(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await EarlierVersion.ExecuteAsync(options, "DELETE FROM archive_changelog WHERE version IN ('2', '3', '4', '5')");

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(options));
        await EarlierVersion.BackToAsync(options, 1);
        await (await HydrometArchive.OpenAsync(options)).DisposeAsync();

        Assert.Equal(ArchiveFailureReason.MigrationFailed, failure.Reason);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_applied_script_that_was_changed_stops_the_migration(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await EarlierVersion.BackToAsync(options, 1);
        await EarlierVersion.ExecuteAsync(options, "UPDATE archive_changelog SET checksum = 'another' WHERE version = '1'");

        Assert.Equal(ArchiveFailureReason.MigrationFailed, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(options))).Reason);
    }

    [Theory]
    [OnPostgreSql]
    public async Task An_empty_database_is_not_found_to_a_reader(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextEmptyAsync(provider);

        Assert.Equal(ArchiveFailureReason.NotFound, (await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenReadOnlyAsync(options))).Reason);
    }

    [Fact]
    public async Task A_table_that_a_migration_rebuilds_keeps_the_rows_that_refer_to_it()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        await Recorded.FillDailyAsync(archive, Recorded.Hamilton, new DateOnly(2026, 9, 1));
        await using DbConnection connection = await archive.Store.OpenForMigrationAsync(CancellationToken.None);
        ArchiveSession session = new(archive.Store, connection, null);
        foreach (string step in new[]
        {
            "BEGIN", "CREATE TABLE rebuilt (id INTEGER PRIMARY KEY, agency TEXT NOT NULL, number TEXT NOT NULL, name TEXT, basin TEXT, kind TEXT, latitude TEXT, longitude TEXT, UNIQUE (agency, number)) STRICT",
            "INSERT INTO rebuilt SELECT * FROM site", "DROP TABLE site", "ALTER TABLE rebuilt RENAME TO site", "COMMIT",
        })
        {
            await session.ExecuteAsync(step, CancellationToken.None);
        }

        await archive.Store.AfterMigrationAsync(connection, CancellationToken.None);

        Assert.Equal(32, await archive.GetDailyRainfallAsync(Recorded.Hamilton, new DateOnly(2026, 9, 1), Recorded.Today).CountAsync());
        await session.ExecuteAsync("DELETE FROM site", CancellationToken.None);
        Assert.Equal(ArchiveFailureReason.Corrupt, (await Assert.ThrowsAsync<HydrometArchiveException>(() => archive.Store.AfterMigrationAsync(connection, CancellationToken.None))).Reason);
    }

    private static Task<List<string>> QueryAsync(HydrometArchive archive, string sql) =>
        archive.Store.ReadAsync((session, token) => session.QueryAsync(sql, row => row.Text(0), token), CancellationToken.None);
}
