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

        // A window is planned longer than it is read.
        const int PreparedStatements = 30;

        // Nothing that a connection of the pool does outlasts its unit of work, so there is nothing to reset.
        _settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { CommandTimeout = (int)Math.Ceiling(options.LockTimeout.TotalSeconds), NoResetOnClose = true };

        // What the connection string sets stays; ContainsKey says that for every keyword there is.
        if (!_settings.ShouldSerialize("Max Auto Prepare"))
        {
            _settings.MaxAutoPrepare = PreparedStatements;
        }

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

    public override bool HasLateralJoins => true;

    public override DbParameter Parameter(string name, SqlValue value) => new NpgsqlParameter
    {
        ParameterName = name,
        NpgsqlDbType = TypeOf(value.Kind),
        Value = ColumnOf(value) ?? DBNull.Value,
    };

    public override DateOnly ReadDay(DbDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public override long ReadInstant(DbDataReader reader, int column) => (long)(reader.GetDateTime(column) - DateTime.UnixEpoch).TotalSeconds;

    // Binary: a text COPY that ends early stores the rows so far, the last of them cut.
    public override async Task InsertAsync(ArchiveSession session, SqlTable table, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken)
    {
        NpgsqlRawCopyStream copy = await ((NpgsqlConnection)session.Connection).BeginRawBinaryCopyAsync(table.Copy, cancellationToken).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            using BinaryCopy binary = new(copy);
            try
            {
                await binary.WriteAsync(rows, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                await copy.CancelAsync().ConfigureAwait(false);
                throw;
            }
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

    private static object? ColumnOf(SqlValue value) => value.Kind switch
    {
        _ when value.IsNull => null,
        SqlKind.Small => checked((short)value.Number),
        SqlKind.Integer => checked((int)value.Number),
        SqlKind.Flag => value.Number != 0,
        SqlKind.Day => EpochTime.DayOf(value.Number),
        SqlKind.Instant => DateTime.UnixEpoch.AddTicks(value.Number * TimeSpan.TicksPerSecond),
        _ => value.Reference,
    };
}
