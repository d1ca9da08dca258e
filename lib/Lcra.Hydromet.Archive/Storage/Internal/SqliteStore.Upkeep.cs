using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <content>Checks, statistics and copies.</content>
internal sealed partial class SqliteStore
{
    // Without a limit a table is read as a whole.
    private const string Analyze = "PRAGMA analysis_limit = 1000; ANALYZE";

    // A leaf of the table for each of 400 sites, and the pages above them. With the default of 2 MB, each is read again each time.
    private const string AllSitesCache = "PRAGMA cache_size = -8192";

    public override async Task<List<string>> CheckAsync(ArchiveSession session, CancellationToken cancellationToken)
    {
        List<string> pages = await session.QueryAsync("PRAGMA integrity_check(100)", row => row.Text(0), cancellationToken).ConfigureAwait(false);
        List<string> references = await session.QueryAsync(
            "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check LIMIT 100", row => $"{row.Text(0)} refers to rows of {row.Text(1)} that are not there.", cancellationToken).ConfigureAwait(false);
        return [.. pages.Where(page => page is not "ok"), .. references];
    }

    public override Task WidenAsync(ArchiveSession session, CancellationToken cancellationToken) => session.ExecuteAsync(AllSitesCache, cancellationToken);

    public override Task AnalyzeAsync(CancellationToken cancellationToken) => OnWriterAsync(connection => ExecuteAsync(connection, Analyze, cancellationToken), cancellationToken);

    public override async Task BackupAsync(string path, CancellationToken cancellationToken)
    {
        string target = Path.GetFullPath(path);
        string unfinished = target + ".part";
        if (File.Exists(target))
        {
            throw new HydrometArchiveException($"{path} is there already and was not overwritten. Choose another name, or move it away.");
        }

        File.Delete(unfinished);
        try
        {
            await Task.Run(
                () => GuardAsync(async () =>
                {
                    SqliteConnection connection = await OpenAsync(_reader, cancellationToken).ConfigureAwait(false);
                    await using (connection.ConfigureAwait(false))
                    {
                        DbCommand copy = new ArchiveSession(this, connection, null).Command("VACUUM INTO @path", [("@path", SqlValue.Text(unfinished))]);
                        await using (copy.ConfigureAwait(false))
                        {
                            return await copy.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                        }
                    }
                }),
                cancellationToken).ConfigureAwait(false);
            File.Move(unfinished, target);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private Task<bool> OnWriterAsync(Func<SqliteConnection, Task> work, CancellationToken cancellationToken) => OnOwnThreadAsync(
        () => GuardAsync(async () =>
        {
            SqliteConnection connection = await OpenAsync(_writer, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await work(connection).ConfigureAwait(false);
                return true;
            }
        }),
        cancellationToken);
}
