using System.Globalization;
using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class SharingTests(ArchiveStores stores)
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Two_archives_of_one_store_write_the_same_requests_at_once_and_each_value_is_there_once(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await using HydrometArchive one = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await using HydrometArchive two = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        (HydrometArchive, SiteId)[] writers = [.. from archive in new[] { one, two } from number in Enumerable.Range(1, 4) select (archive, new SiteId("LCRA", number.ToString(CultureInfo.InvariantCulture)))];

        ArchiveWriteResult[] results = await Task.WhenAll(writers.Select(writer => Task.Run(() => StoreAsync(writer.Item1, writer.Item2))));
        string contents = await Contents.OfAsync(one);

        Assert.Equal((4 * 30, 4 * 30), (results.Sum(result => result.Added), results.Sum(result => result.Unchanged)));
        Assert.Equal((4, 4, 4 * 30), (Contents.RowsOf(contents, "site"), Contents.RowsOf(contents, "request"), Contents.RowsOf(contents, "daily")));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task What_fails_or_is_canceled_in_the_middle_leaves_nothing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        string before = await Contents.OfAsync(archive);
        using CancellationTokenSource canceled = new();
        await canceled.CancelAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => archive.Store.WriteAsync<int>(
            async (session, token) =>
            {
                await SiteValues.AddAsync(session, Recorded.Hamilton, token);
                throw new InvalidOperationException();
            },
            CancellationToken.None));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => archive.StoreDailyRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day), [], canceled.Token));

        Assert.Equal(before, await Contents.OfAsync(archive));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Statements_that_run_together_run_in_order_and_each_has_its_own_rows(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        List<string> read = [];
        SqlStatement Adding(string number) => new(ArchiveStatements.AddSite, Take: null, SiteValues.Names(new SiteId("LCRA", number)));
        SqlStatement Reading(string name) => new("SELECT number FROM site ORDER BY number", row => read.Add($"{name}: {row.Text(0)}"));

        await RunAsync(archive, Adding("1"), Reading("before"), Adding("2"), Adding("2"), Reading("after"), Adding("3"));
        await RunAsync(archive, Reading("later"));
        await RunAsync(archive);

        Assert.Equal(["before: 1", "after: 1", "after: 2", "later: 1", "later: 2", "later: 3"], read);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task An_error_of_the_last_of_several_statements_that_run_together_leaves_nothing(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        SqlStatement site = new(ArchiveStatements.AddSite, Take: null, SiteValues.Names(Recorded.Hamilton));
        SqlStatement reading = new(ArchiveStatements.Sites, _ => { });
        SqlStatement broken = new("INSERT INTO coverage (site_id) VALUES (1)", Take: null);

        await Assert.ThrowsAsync<HydrometArchiveException>(() => RunAsync(archive, site, broken));
        await Assert.ThrowsAsync<HydrometArchiveException>(() => RunAsync(archive, site, reading, broken));

        Assert.Empty(await archive.GetSitesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_known_site_takes_no_number_when_more_of_it_is_stored(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        foreach (string number in new[] { "1", "1", "1", "2" })
        {
            await archive.StoreDailyRainfallAsync(Recorded.Request(new SiteId("LCRA", number), HistoryParameter.RainDaily, Day, Day), []);
        }

        List<long> numbers = await archive.Store.ReadAsync((session, token) => session.QueryAsync(ArchiveStatements.SiteNumbers, row => row.Integer(2), token), CancellationToken.None);

        Assert.Equal([1, 2], numbers.Order());
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_corrected_reading_of_an_open_day_is_one_row_whether_inserted_or_loaded(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        DateTimeOffset at = new(2026, 9, 1, 6, 55, 0, TimeSpan.FromHours(-5));
        ArchiveRequest request = Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, Day, Day);
        await archive.StoreAccumulatedRainfallAsync(request, [new AccumulatedRainfall(at, 15.82m)]);
        await archive.StoreAccumulatedRainfallAsync(request with { RequestedAt = Recorded.Now.AddHours(1) }, [new AccumulatedRainfall(at, 9.98m)]);
        string contents = await Contents.OfAsync(archive);

        Assert.Equal((1, 1), (Contents.RowsOf(contents, "reading"), Contents.RowsOf(contents, "superseded_reading")));
        Assert.Equal(9.98m, Assert.Single(await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Day, Day).ToArrayAsync()).Inches);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task Amounts_are_numbers_so_that_sql_finds_the_largest(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await archive.StoreDailyRainfallAsync(
            Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day.AddDays(2)),
            [new DailyRainfall { Day = Day, Inches = 15.82m }, new DailyRainfall { Day = Day.AddDays(1), Inches = 9.98m }, new DailyRainfall { Day = Day.AddDays(2) }]);

        (long max, long few, long sum) = Assert.Single(await archive.Store.ReadAsync(
            (session, token) => session.QueryAsync(
                "SELECT max(amount), sum(CASE WHEN amount < 1000 THEN 1 ELSE 0 END), sum(amount) FROM daily WHERE amount > @limit",
                row => (row.Integer(0), row.Integer(1), row.Integer(2)), token, ("@limit", SqlValue.Integer(100))),
            CancellationToken.None));

        Assert.Equal((1582, 1, 2580), (max, few, sum));
    }

    [Fact]
    public async Task A_caller_that_reads_slowly_has_no_reader_open()
    {
        ArchiveOptions options = await stores.NextAsync(ArchiveProvider.Sqlite);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await StoreAsync(archive, Recorded.Hamilton);
        await using IAsyncEnumerator<DailyRainfall> days = archive.GetDailyRainfallAsync(Recorded.Hamilton, Day, Recorded.Today).GetAsyncEnumerator();
        await days.MoveNextAsync();
        await using SqliteConnection other = new(options.ConnectionString);
        await other.OpenAsync();
        await using SqliteCommand checkpoint = other.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using SqliteDataReader result = await checkpoint.ExecuteReaderAsync();
        await result.ReadAsync();

        Assert.Equal((0, 0), (result.GetInt32(0), result.GetInt32(1)));
    }

    [Fact]
    public async Task An_archive_in_memory_is_shared_by_its_readers_and_writers_and_ends_with_its_object()
    {
        ArchiveOptions options = new() { ConnectionString = "Data Source=:memory:" };
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await using HydrometArchive other = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await Task.WhenAll(Enumerable.Range(1, 8).Select(number => StoreAsync(archive, new SiteId("LCRA", number.ToString(CultureInfo.InvariantCulture)))));

        Assert.Equal(8, (await archive.GetStatusAsync()).Sites.Count);
        Assert.Empty((await other.GetStatusAsync()).Sites);
        Assert.Throws<ArgumentException>(() => new SqliteStore(new ArchiveOptions { ConnectionString = "Data Source=x.db;Cache=Shared" }));
    }

    [Fact]
    public async Task A_backup_is_the_archive_at_one_moment_and_is_restored_by_opening_it()
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(ArchiveProvider.Sqlite, Recorded.Clock());
        await Recorded.FillCountsAsync(archive, Recorded.Hamilton, new DateOnly(2026, 7, 1));
        await StoreAsync(archive, Recorded.Hamilton);
        string contents = await Contents.OfAsync(archive);
        string file = stores.NextFile();

        await archive.BackupAsync(file);
        await StoreAsync(archive, Recorded.MarbleFalls);
        byte[] header = (await File.ReadAllBytesAsync(file))[..20];
        HydrometArchiveException again = await Assert.ThrowsAsync<HydrometArchiveException>(() => archive.BackupAsync(file));
        await using HydrometArchive restored = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile(file), Recorded.Clock());

        Assert.Equal(contents, await Contents.OfAsync(restored));
        Assert.True((await restored.VerifyAsync()).IsSound);
        Assert.Contains("is there already and was not overwritten", again.Message, StringComparison.Ordinal);

        // A file with a write-ahead log could not be read from a folder that is read-only.
        Assert.Equal((1, 1), (header[18], header[19]));
        Assert.Equal(30, (await StoreAsync(restored, Recorded.MarbleFalls)).Added);
        Assert.False(File.Exists(file + ".part"));
    }

    private static Task<ArchiveWriteResult> StoreAsync(HydrometArchive archive, SiteId site) => archive.StoreDailyRainfallAsync(
        Recorded.Request(site, HistoryParameter.RainDaily, Day, Day.AddDays(29)),
        Enumerable.Range(0, 30).Select(day => new DailyRainfall { Day = Day.AddDays(day), Inches = day / 100m }));

    private static Task<int> RunAsync(HydrometArchive archive, params SqlStatement[] statements) => archive.Store.WriteAsync(
        async (session, token) =>
        {
            await session.RunAsync(statements, token);
            return statements.Length;
        },
        CancellationToken.None);
}
