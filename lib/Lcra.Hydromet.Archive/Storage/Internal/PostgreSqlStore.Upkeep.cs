namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <content>Checks. Statistics are the server's own work, and copies are made by its programs.</content>
internal sealed partial class PostgreSqlStore
{
    private const string NotValid =
        """
        SELECT conname::text || ' is not validated.' FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace
        UNION ALL
        SELECT relname::text || ' is not valid: run REINDEX.' FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
        WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace
        """;

    public override Task<List<string>> CheckAsync(ArchiveSession session, CancellationToken cancellationToken) =>
        session.QueryAsync(NotValid, row => row.Text(0), cancellationToken);

    public override Task AnalyzeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task BackupAsync(string path, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A PostgreSQL archive is copied by the server's own programs: pg_dump --format=custom --file=rain.dump, and pg_restore.");
}
