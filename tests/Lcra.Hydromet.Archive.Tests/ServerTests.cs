using System.Globalization;
using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Npgsql;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
public class ServerTests(ArchiveStores stores)
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Theory]
    [OnPostgreSql]
    public async Task A_restart_in_the_middle_of_a_unit_runs_it_again_as_a_whole(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int attempts = 0;
        Task<long> unit = archive.Store.WriteAsync(
            async (session, token) =>
            {
                long site = await SiteValues.AddAsync(session, Recorded.Hamilton, token);
                if (Interlocked.Increment(ref attempts) == 1)
                {
                    running.SetResult();
                    await session.ExecuteAsync("SELECT pg_sleep(20)", token);
                }

                return site;
            },
            CancellationToken.None);
        await running.Task;

        await (await stores.ServerAsync()).RestartAsync();
        await unit;

        Assert.InRange(attempts, 2, 4);
        Assert.Equal(Recorded.Hamilton, Assert.Single(await archive.GetSitesAsync()).Id);
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_connection_of_the_pool_that_a_restart_ended_is_not_noticed(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await archive.StoreDailyRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day), [new DailyRainfall { Day = Day, Inches = 1.5m }]);

        await (await stores.ServerAsync()).RestartAsync();

        Assert.Equal(1.5m, Assert.Single(await archive.GetDailyRainfallAsync(Recorded.Hamilton, Day, Day).ToArrayAsync()).Inches);
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_statement_that_comes_again_is_prepared_unless_the_connection_string_says_otherwise(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        ArchiveOptions unprepared = new() { Provider = provider, ConnectionString = $"{options.ConnectionString};Max Auto Prepare=0" };

        Assert.Contains(await PreparedAsync(options), statement => statement.Contains("day_pack", StringComparison.Ordinal));
        Assert.Empty(await PreparedAsync(unprepared));
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_server_that_stays_away_is_unavailable_after_a_few_attempts(ArchiveProvider provider)
    {
        ArchiveOptions options = new() { Provider = provider, ConnectionString = "Host=127.0.0.1;Port=1;Database=rain;Username=rain;Password=secret" };
        await using PostgreSqlStore store = new(options) { RetryDelays = [TimeSpan.Zero, TimeSpan.Zero] };
        ArchiveOptions other = await stores.NextAsync(provider);
        other.ConnectionString = new NpgsqlConnectionStringBuilder(other.ConnectionString) { Database = "none" }.ConnectionString;

        HydrometArchiveException away = await Assert.ThrowsAsync<HydrometArchiveException>(() => store.ReadAsync((_, _) => Task.FromResult(1), CancellationToken.None));
        HydrometArchiveException none = await Assert.ThrowsAsync<HydrometArchiveException>(() => HydrometArchive.OpenAsync(other));

        Assert.Equal((ArchiveFailureReason.Unavailable, true), (away.Reason, away.IsTransient));
        Assert.Equal((ArchiveFailureReason.Unavailable, false), (none.Reason, none.IsTransient));
        Assert.DoesNotContain("secret", away.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [OnPostgreSql]
    public async Task An_error_that_somebody_caught_inside_a_unit_fails_the_unit(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());

        await Assert.ThrowsAsync<HydrometArchiveException>(() => archive.Store.WriteAsync(
            async (session, token) =>
            {
                await SiteValues.AddAsync(session, Recorded.Hamilton, token);
                await Assert.ThrowsAsync<PostgresException>(() => session.ExecuteAsync("INSERT INTO coverage (site_id) VALUES (1)", token));
                return 1;
            },
            CancellationToken.None));

        Assert.Empty(await archive.GetSitesAsync());
    }

    [Theory]
    [OnPostgreSql]
    public async Task Rows_that_end_with_an_error_leave_none_of_them(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        SqlValue[] Row(int place, long request) => [SqlValue.Integer(request), SqlValue.Small(place), SqlValue.Text("kind"), SqlValue.Text("message")];

        await Assert.ThrowsAsync<OverflowException>(() => archive.Store.WriteAsync(
            async (session, token) =>
            {
                await session.InsertAsync(ArchiveTables.Finding, [Row(1, 1), Row(2, long.MaxValue)], token);
                return 1;
            },
            CancellationToken.None));

        Assert.DoesNotContain("message", await Contents.OfAsync(archive), StringComparison.Ordinal);
    }

    [Theory]
    [OnPostgreSql]
    public async Task Rows_longer_than_the_buffer_and_in_any_alphabet_come_back(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await archive.StoreDailyRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day), []);
        string[] texts = ["", "Ñandú 雨 🌧", new string('é', 50_000), .. Enumerable.Range(0, 3_000).Select(place => $"message {place}")];

        List<string> read = await archive.Store.WriteAsync(
            async (session, token) =>
            {
                await session.InsertAsync(
                    ArchiveTables.Finding, texts.Select((text, place) => new[] { SqlValue.Integer(1), SqlValue.Small(place), SqlValue.Text("kind"), SqlValue.Text(text) }), token);
                return await session.QueryAsync("SELECT message FROM finding ORDER BY place", row => row.Text(0), token);
            },
            CancellationToken.None);

        Assert.Equal(texts, read);
    }

    [Theory]
    [OnPostgreSql]
    public async Task An_account_that_may_not_write_reads_and_is_told_so(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        NpgsqlConnectionStringBuilder settings = new(options.ConnectionString);
        string reader = string.Create(CultureInfo.InvariantCulture, $"reader_{settings.Database}");
        await (await stores.ServerAsync()).ExecuteAsync(settings.Database!, $"CREATE ROLE {reader} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}");
        settings.Username = reader;
        await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(new ArchiveOptions { Provider = provider, ConnectionString = settings.ConnectionString });

        HydrometArchiveException failure = await Assert.ThrowsAsync<HydrometArchiveException>(
            () => archive.StoreDailyRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day), []));

        Assert.Equal(ArchiveFailureReason.ReadOnly, failure.Reason);
        Assert.Empty((await archive.GetStatusAsync()).Sites);
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_dump_is_restored_into_another_database_which_goes_on(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await Recorded.FillCountsAsync(archive, Recorded.Hamilton, new DateOnly(2026, 7, 1));
        await archive.StoreDailyRainfallAsync(Recorded.Request(Recorded.Hamilton, HistoryParameter.RainDaily, Day, Day), [new DailyRainfall { Day = Day, Inches = 1.5m }]);
        string contents = await Contents.OfAsync(archive);

        string copy = await (await stores.ServerAsync()).RestoreCopyAsync(options.ConnectionString);
        await using HydrometArchive restored = await HydrometArchive.OpenAsync(new ArchiveOptions { Provider = provider, ConnectionString = copy }, Recorded.Clock());

        Assert.Equal(contents, await Contents.OfAsync(restored));
        Assert.True((await restored.VerifyAsync()).IsSound);

        // A request and a site more have numbers of their own.
        ArchiveWriteResult more = await restored.StoreDailyRainfallAsync(
            Recorded.Request(Recorded.MarbleFalls, HistoryParameter.RainDaily, Day, Day), [new DailyRainfall { Day = Day, Inches = 0.25m }]);
        Assert.Equal(1, more.Added);
        Assert.Equal(1.5m, Assert.Single(await restored.GetDailyRainfallAsync(Recorded.Hamilton, Day, Day).ToArrayAsync()).Inches);
    }

    private static async Task<List<string>> PreparedAsync(ArchiveOptions options)
    {
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options);
        for (int time = 0; time < 10; time++)
        {
            await archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, Day, Day).ToArrayAsync();
        }

        return await archive.Store.ReadOnceAsync((session, token) => session.QueryAsync("SELECT statement FROM pg_prepared_statements", row => row.Text(0), token), CancellationToken.None);
    }
}
