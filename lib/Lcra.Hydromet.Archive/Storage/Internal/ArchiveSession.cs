using System.Data.Common;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A connection, inside a transaction when it writes. Every result is read to its end before the next statement.</summary>
internal sealed class ArchiveSession(ArchiveStore store, DbConnection connection, DbTransaction? transaction)
{
    public DbConnection Connection => connection;

    public DbTransaction? Transaction => transaction;

    public async Task<List<T>> QueryAsync<T>(string sql, Func<ArchiveRow, T> convert, CancellationToken cancellationToken, params (string Name, SqlValue Value)[] values)
    {
        List<T> rows = [];
        await ForEachAsync(sql, row => rows.Add(convert(row)), cancellationToken, values).ConfigureAwait(false);
        return rows;
    }

    public async Task ForEachAsync(string sql, Action<ArchiveRow> take, CancellationToken cancellationToken, params IReadOnlyList<(string Name, SqlValue Value)> values)
    {
        DbCommand command = Command(sql, values);
        await using (command.ConfigureAwait(false))
        {
            DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                ArchiveRow row = new(store, reader);
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    take(row);
                }
            }
        }
    }

    /// <summary>Runs statements in order. A server gets all of them at once, and is waited for once.</summary>
    public async Task RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        if (statements.Count < 2 || !connection.CanCreateBatch)
        {
            foreach (SqlStatement statement in statements)
            {
                await ForEachAsync(statement.Sql, statement.Take ?? (_ => { }), cancellationToken, statement.Values).ConfigureAwait(false);
            }

            return;
        }

        DbBatch batch = Batch(statements);
        await using (batch.ConfigureAwait(false))
        {
            DbDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                // Only statements with rows have a result.
                ArchiveRow row = new(store, reader);
                foreach (Action<ArchiveRow> take in statements.Select(statement => statement.Take).OfType<Action<ArchiveRow>>())
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        take(row);
                    }

                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, SqlValue Value)[] values)
    {
        DbCommand command = Command(sql, values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds rows whose keys are not in the table. Each is written before the next is made, so that they can share one array.</summary>
    public Task InsertAsync(SqlTable table, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken) =>
        rows.TryGetNonEnumeratedCount(out int count) && count == 0 ? Task.CompletedTask : store.InsertAsync(this, table, rows, cancellationToken);

    /// <summary>Adds rows, and overwrites those whose keys are in the table.</summary>
    public Task UpsertAsync(SqlTable table, IReadOnlyList<SqlValue[]> rows, CancellationToken cancellationToken) =>
        rows.Count == 0 ? Task.CompletedTask : store.UpsertAsync(this, table, rows, cancellationToken);

    private DbBatch Batch(IEnumerable<SqlStatement> statements)
    {
        DbBatch batch = connection.CreateBatch();
        batch.Transaction = transaction;
        foreach (SqlStatement statement in statements)
        {
            DbBatchCommand command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            foreach ((string name, SqlValue value) in statement.Values)
            {
                command.Parameters.Add(store.Parameter(name, value));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    public DbCommand Command(string sql, IEnumerable<(string Name, SqlValue Value)> values)
    {
        DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements are constants of this assembly; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach ((string name, SqlValue value) in values)
        {
            command.Parameters.Add(store.Parameter(name, value));
        }

        return command;
    }
}
