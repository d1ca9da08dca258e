using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A PostgreSQL database.</summary>
internal sealed partial class PostgreSqlStore : ArchiveStore
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;
    private readonly TimeSpan _lockTimeout;

    public PostgreSqlStore(ArchiveOptions options)
    {
        _lockTimeout = options.LockTimeout;
        _settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { CommandTimeout = (int)Math.Ceiling(options.LockTimeout.TotalSeconds) };
        _source = NpgsqlDataSource.Create(_settings);
    }

    public override string Name => $"{_settings.Host}/{_settings.Database ?? _settings.Username}";

    public override string Scripts => "PostgreSql";

    public override string IsCreated => "SELECT CASE WHEN to_regclass('archive_changelog') IS NULL THEN 0 ELSE 1 END";

    public override string Size =>
        """
        SELECT coalesce(sum(pg_total_relation_size(pg_class.oid)), 0)::bigint
        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = pg_class.relnamespace WHERE relkind = 'r' AND nspname = current_schema()
        """;

    public override DbParameter Parameter(string name, SqlValue value) => new NpgsqlParameter
    {
        ParameterName = name,
        NpgsqlDbType = TypeOf(value.Kind),
        Value = ColumnOf(value) ?? DBNull.Value,
    };

    public override DateOnly ReadDay(DbDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public override long ReadInstant(DbDataReader reader, int column) => (long)(reader.GetDateTime(column) - DateTime.UnixEpoch).TotalSeconds;

    // Binary: a text COPY that ends early stores the rows so far, the last of them cut.
    public override async Task InsertAsync(ArchiveSession session, SqlTable table, IReadOnlyList<SqlValue[]> rows, CancellationToken cancellationToken)
    {
        NpgsqlBinaryImporter importer = await ((NpgsqlConnection)session.Connection).BeginBinaryImportAsync(table.Copy, cancellationToken).ConfigureAwait(false);
        await using (importer.ConfigureAwait(false))
        {
            foreach (SqlValue[] row in rows)
            {
                await importer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                foreach (SqlValue value in row)
                {
                    await WriteAsync(importer, value, cancellationToken).ConfigureAwait(false);
                }
            }

            await importer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task UpsertAsync(ArchiveSession session, SqlTable table, IReadOnlyList<SqlValue[]> rows, CancellationToken cancellationToken)
    {
        const int RowsAtOnce = 500;
        foreach (SqlValue[][] some in rows.Chunk(RowsAtOnce))
        {
            NpgsqlBatch batch = new((NpgsqlConnection)session.Connection, (NpgsqlTransaction?)session.Transaction);
            await using (batch.ConfigureAwait(false))
            {
                foreach (SqlValue[] row in some)
                {
                    NpgsqlBatchCommand command = new(table.Upsert);
                    for (int i = 0; i < row.Length; i++)
                    {
                        command.Parameters.Add((NpgsqlParameter)Parameter($"@{table.Columns[i].Name}", row[i]));
                    }

                    batch.BatchCommands.Add(command);
                }

                await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlDbType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Small => NpgsqlDbType.Smallint,
        SqlKind.Integer => NpgsqlDbType.Integer,
        SqlKind.Flag => NpgsqlDbType.Boolean,
        SqlKind.Text => NpgsqlDbType.Text,
        SqlKind.Bytes => NpgsqlDbType.Bytea,
        SqlKind.Day => NpgsqlDbType.Date,
        _ => NpgsqlDbType.TimestampTz,
    };

    // A number or time without its type would be stored as another one's bits.
    private static Task WriteAsync(NpgsqlBinaryImporter importer, SqlValue value, CancellationToken cancellationToken) => ColumnOf(value) switch
    {
        null => importer.WriteNullAsync(cancellationToken),
        short number => importer.WriteAsync(number, NpgsqlDbType.Smallint, cancellationToken),
        int number => importer.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
        bool flag => importer.WriteAsync(flag, NpgsqlDbType.Boolean, cancellationToken),
        string text => importer.WriteAsync(text, NpgsqlDbType.Text, cancellationToken),
        byte[] bytes => importer.WriteAsync(bytes, NpgsqlDbType.Bytea, cancellationToken),
        DateOnly day => importer.WriteAsync(day, NpgsqlDbType.Date, cancellationToken),
        DateTime instant => importer.WriteAsync(instant, NpgsqlDbType.TimestampTz, cancellationToken),
        _ => throw new InvalidOperationException($"No column of the archive has the type {value.Kind}."),
    };

    private static object? ColumnOf(SqlValue value) => value switch
    {
        { Value: null } => null,
        { Kind: SqlKind.Small } => checked((short)(long)value.Value),
        { Kind: SqlKind.Integer } => checked((int)(long)value.Value),
        { Kind: SqlKind.Instant } => DateTime.UnixEpoch.AddSeconds((long)value.Value),
        _ => value.Value,
    };
}
