using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;
using Lcra.Hydromet.Archive.Tests.Support;
using Npgsql;

namespace Lcra.Hydromet.Archive.Tests;

/// <summary>Every statement of the library finds its rows by a key, whatever the statistics say.</summary>
[Collection(SharedStores.Name)]
public class PlanTests(ArchiveStores stores)
{
    private const int Sites = 100;

    // A server may read all of newest, which has some pages; where it is in order of its key, only the rows of a parameter are read.
    private static readonly Regex ReadsWholeTable = new(
        @"\b(?:SCAN (?:reading|day_pack|daily|newest)|Seq Scan on (?:reading|day_pack|daily))\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    // From its beginning to its end, or all of it for a condition on a later column.
    private static readonly Regex ReadsWholeIndex = new(
        @"Scan(?: Backward)? (?:using|on) (?:(?:reading|day_pack|daily)_pkey(?![^\n]*\n\s+Index Cond: \(*site_id)|daily_by_day(?![^\n]*\n\s+Index Cond: \(*day))",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    private static string[] StatementsOf(HydrometArchive archive) =>
    [
        .. ConstantsOf(typeof(ArchiveStatements)),
        .. archive.Store.HasLateralJoins ? ConstantsOf(typeof(LateralStatements)) : [],
        .. typeof(ArchiveTables).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => ((SqlTable)property.GetValue(null)!).Upsert),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task No_statement_reads_a_whole_table_with_empty_stale_or_fresh_statistics(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await FillAsync(archive, provider, 0, 17);
        Assert.Empty(await ScansAsync(archive, 1));
        await RunAsync(archive, "ANALYZE");
        await FillAsync(archive, provider, 17, 300);

        Assert.Empty(await ScansAsync(archive, 1));
        await RunAsync(archive, "ANALYZE");

        Assert.Empty(await ScansAsync(archive, 1));

        // The last site ended long ago, and one was never there.
        Assert.Empty(await ScansAsync(archive, Sites));
        Assert.Empty(await ScansAsync(archive, Sites + 1));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task A_statement_that_reads_a_whole_table_is_seen(ArchiveProvider provider)
    {
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        await FillAsync(archive, provider, 0, 17);

        Assert.Single(await ScansAsync(archive, 1, "SELECT sum(amount) FROM daily WHERE amount > 0"));
        Assert.Single(await ScansAsync(archive, 1, "SELECT count(*) FROM reading"));
        Assert.Equal(provider == ArchiveProvider.Sqlite ? 1 : 0, (await ScansAsync(archive, 1, "SELECT count(*) FROM newest WHERE value > 0")).Count);
        Assert.Single(await ScansAsync(archive, 1, "SELECT site_id FROM day_pack ORDER BY site_id, parameter, day LIMIT 5"));
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_day_of_all_gauges_is_read_from_adjacent_entries_of_an_index_alone_after_a_vacuum(ArchiveProvider provider)
    {
        ArchiveOptions options = await stores.NextAsync(provider);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options, Recorded.Clock());
        await FillAsync(archive, provider, 0, 60);
        await (await stores.ServerAsync()).ExecuteAsync(new NpgsqlConnectionStringBuilder(options.ConnectionString).Database!, "VACUUM ANALYZE daily");

        string plan = await ExplainAsync(archive, LateralStatements.DayOfSites, 1);

        Assert.Contains("Index Only Scan using daily_by_day on daily", plan, StringComparison.Ordinal);
        Assert.Matches(@"Index Cond: \(\(day = [^)]+\) AND \(site_id = site\.id\)\)", plan);
    }

    private static IEnumerable<string> ConstantsOf(Type statements) =>
        statements.GetFields(BindingFlags.Public | BindingFlags.Static).Select(statement => (string)statement.GetRawConstantValue()!);

    private static async Task<List<string>> ScansAsync(HydrometArchive archive, long site, params string[] statements)
    {
        List<string> scans = [];
        foreach (string sql in statements.Length == 0 ? StatementsOf(archive) : statements)
        {
            string plan = await ExplainAsync(archive, sql, site);
            if (ReadsWholeTable.IsMatch(plan) || ReadsWholeIndex.IsMatch(plan))
            {
                scans.Add($"{sql}\n{plan}");
            }
        }

        return scans;
    }

    private static Task<string> ExplainAsync(HydrometArchive archive, string sql, long site) => archive.Store.WriteAsync(
        async (session, token) =>
        {
            string explain = archive.Store is SqliteStore ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
            string[] names = [.. Regex.Matches(sql, "@[a-z0-9_]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct()];
            await using DbCommand command = session.Command(explain + sql, names.Select(name => (name, ValueOf(name, site))));
            await using DbDataReader reader = await command.ExecuteReaderAsync(token);
            List<string> lines = [];
            while (await reader.ReadAsync(token))
            {
                lines.Add(reader.GetString(reader.FieldCount - 1));
            }

            return string.Join('\n', lines);
        },
        CancellationToken.None);

    private static SqlValue ValueOf(string name, long site) => name switch
    {
        "@site" or "@site_id" => SqlValue.Integer(site),
        "@parameter" or "@other_parameter" => SqlValue.Small(1),
        "@first" or "@day" or "@first_day" => SqlValue.Day(new DateOnly(2026, 5, 1)),
        "@last" => SqlValue.Day(new DateOnly(2026, 5, 2)),
        "@status" or "@place" => SqlValue.Small(1),
        "@partial" => SqlValue.Flag(false),
        "@sha256" or "@pack" => SqlValue.Bytes([1]),
        "@request" or "@request_id" or "@rows" or "@readings" or "@amount" or "@other_amount" or "@value" or "@other_value" => SqlValue.Integer(1),
        "@at" or "@start" or "@end" or "@before" or "@believed_until" or "@known_at" or "@observed_at" or "@start_at" or "@end_at" or "@reported_at" => SqlValue.Instant(EpochTime.Seconds(Recorded.Now)),
        _ => SqlValue.Text("1"),
    };

    private static Task<int> RunAsync(HydrometArchive archive, string sql) =>
        archive.Store.WriteAsync((session, token) => session.ExecuteAsync(sql, token), CancellationToken.None);

    // Days of daily rain and of packs, and readings of as many hours, up to the recording's day; the last site has only the first of them.
    private static async Task FillAsync(HydrometArchive archive, ArchiveProvider provider, int from, int to)
    {
        string numbers(string name, int first, int last) => provider == ArchiveProvider.Sqlite
            ? $"(WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL SELECT i + 1 FROM n WHERE i < {last}) SELECT i FROM n) AS {name}"
            : $"(SELECT i FROM generate_series({first}, {last}) AS g(i)) AS {name}";
        string day = provider == ArchiveProvider.Sqlite ? "(20728 - d.i)" : "(date '2026-10-02' - d.i)";
        string second = provider == ArchiveProvider.Sqlite ? "(1790942400 - d.i * 3600)" : "(timestamptz '2026-10-02 12:00Z' - d.i * interval '1 hour')";
        string pack = provider == ArchiveProvider.Sqlite ? "randomblob(40)" : "sha256('1')";
        string flag = provider == ArchiveProvider.Sqlite ? "0" : "false";
        string everywhere = $"FROM {numbers("s", 1, from == 0 ? Sites : Sites - 1)} CROSS JOIN {numbers("d", from, to - 1)}";
        if (from == 0)
        {
            await RunAsync(archive, $"INSERT INTO site (agency, number) SELECT 'LCRA', CAST(s.i AS text) FROM {numbers("s", 1, Sites)}");
            string epoch = provider == ArchiveProvider.Sqlite ? "0, 0, 0" : "date '2026-01-01', date '2026-01-01', now()";
            await RunAsync(archive, $"INSERT INTO request (site_id, parameter, first_day, last_day, requested_at, row_count) VALUES (1, 1, {epoch}, 1)");
        }

        if (from == 0)
        {
            await RunAsync(archive, $"INSERT INTO newest (parameter, site_id, observed_at, value) SELECT p.i, s.i, {second.Replace("d.i", "0", StringComparison.Ordinal)}, 1 FROM {numbers("p", 3, 6)} CROSS JOIN {numbers("s", 1, Sites)}");
            await RunAsync(archive, $"INSERT INTO newest (parameter, site_id) SELECT 1, s.i FROM {numbers("s", 1, Sites)}");
        }

        await RunAsync(archive, $"INSERT INTO daily (site_id, day, amount, partial, request_id) SELECT s.i, {day}, 1, {flag}, 1 {everywhere}");
        await RunAsync(archive, $"INSERT INTO day_pack (site_id, parameter, day, readings, request_id, pack) SELECT s.i, 1, {day}, 96, 1, {pack} {everywhere}");
        await RunAsync(archive, $"INSERT INTO reading (site_id, parameter, observed_at, value, request_id) SELECT s.i, 1, {second}, 1, 1 {everywhere}");
    }
}
