using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>Makes of an archive what an earlier version of the package made of the same responses, by undoing the scripts since.</summary>
internal static class EarlierVersion
{
    private static readonly Dictionary<int, string[]> Undone = new()
    {
        [2] = ["DROP TABLE report_total", "DROP TABLE report_latest"],
        [3] = ["DROP TABLE sync_lease", "DROP TABLE sync_state"],
        [4] = [],
        [5] = ["DROP TABLE newest"],
    };

    private static readonly Dictionary<int, string[]> UndoneOnAServer = new()
    {
        [4] = ["ALTER TABLE reading ADD FOREIGN KEY (site_id) REFERENCES site (id), ADD FOREIGN KEY (request_id) REFERENCES request (id)"],
        [5] = ["DROP INDEX daily_by_day", "ALTER TABLE daily RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, autovacuum_vacuum_insert_scale_factor, autovacuum_vacuum_insert_threshold)"],
    };

    public static async Task BackToAsync(ArchiveOptions options, int version)
    {
        foreach (int later in Undone.Keys.Where(later => later > version))
        {
            IEnumerable<string> onAServer = options.Provider == ArchiveProvider.PostgreSql && UndoneOnAServer.TryGetValue(later, out string[]? statements) ? statements : [];
            foreach (string sql in Undone[later].Concat(onAServer).Append($"DELETE FROM archive_changelog WHERE version = '{later}'"))
            {
                await ExecuteAsync(options, sql);
            }
        }
    }

    public static async Task ExecuteAsync(ArchiveOptions options, string sql)
    {
        await using ArchiveStore store = options.Provider == ArchiveProvider.Sqlite ? new SqliteStore(options) : new PostgreSqlStore(options);
        await store.WriteAsync((session, token) => session.ExecuteAsync(sql, token), CancellationToken.None);
    }
}
