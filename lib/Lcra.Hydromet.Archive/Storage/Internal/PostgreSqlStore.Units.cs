using System.Data;
using System.Data.Common;
using Npgsql;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <content>Units of work, which are run again as a whole when the connection is lost; migration and failures.</content>
internal sealed partial class PostgreSqlStore
{
    private const string AdministratorShutdown = "57P01";
    private const string CrashShutdown = "57P02";
    private const string CannotConnectNow = "57P03";
    private const string QueryCanceled = "57014";
    private const string LockNotAvailable = "55P03";
    private const string DiskFull = "53100";
    private const string ReadOnlyTransaction = "25006";
    private const string InsufficientPrivilege = "42501";
    private const string DataCorrupted = "XX001";
    private const string IndexCorrupted = "XX002";

    // Any number that no other program of the database is likely to use.
    private const long LockKey = 0x4C43_5241_5241_494E;

    /// <summary>Gets the waits between attempts: a restart ends the connections, then rejects new ones for a moment.</summary>
    internal IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public override Task<T> ReadAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        RetryAsync(
            async () =>
            {
                NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    NpgsqlTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
                    await using (snapshot.ConfigureAwait(false))
                    {
                        return await unit(new ArchiveSession(this, connection, snapshot), cancellationToken).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken);

    public override Task<T> ReadOnceAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        RetryAsync(
            async () =>
            {
                NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    return await unit(new ArchiveSession(this, connection, null), cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);

    public override Task<T> WriteAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        RetryAsync(
            async () =>
            {
                NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using (connection.ConfigureAwait(false))
                {
                    NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                    await using (transaction.ConfigureAwait(false))
                    {
                        ArchiveSession session = new(this, connection, transaction);
                        T result = await unit(session, cancellationToken).ConfigureAwait(false);

                        // After an error that somebody caught, a commit keeps nothing and says nothing; a statement fails.
                        await session.QueryAsync("SELECT 1", row => row.Integer(0), cancellationToken).ConfigureAwait(false);
                        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                        return result;
                    }
                }
            },
            cancellationToken);

    public override Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken) =>
        MigrationLock.AcquireAsync(() => TryLockAsync(cancellationToken), Name, _lockTimeout, cancellationToken);

    public override Task<DbConnection> OpenForMigrationAsync(CancellationToken cancellationToken) => OpenUnpooledAsync(cancellationToken);

    public override Task AfterMigrationAsync(DbConnection connection, CancellationToken cancellationToken) => Task.CompletedTask;

    public override HydrometArchiveException? Failure(Exception exception) => exception switch
    {
        PostgresException { SqlState: DiskFull } => Of(ArchiveFailureReason.Full, "the server's disk is full. Free space and run this again; what was in the archive is still readable", exception, isTransient: true),
        PostgresException { SqlState: ReadOnlyTransaction } => Of(ArchiveFailureReason.ReadOnly, "the server is a replica or read-only. Connect to the primary to write", exception),
        PostgresException { SqlState: InsufficientPrivilege } => Of(ArchiveFailureReason.ReadOnly, $"the account may not do this ({exception.Message}). Grant it, or use the owner's account", exception),
        PostgresException { SqlState: LockNotAvailable or QueryCanceled } => Of(ArchiveFailureReason.Busy, $"another operation held a lock for more than {_lockTimeout.TotalSeconds:0.#} s. Retry when it is done", exception, isTransient: true),
        PostgresException { SqlState: DataCorrupted or IndexCorrupted } => Of(ArchiveFailureReason.Corrupt, "the server reports damaged data. Restore a backup", exception),
        PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] } => Of(ArchiveFailureReason.Unavailable, $"the server rejects the connection ({exception.Message}). Check the connection string", exception),
        NpgsqlException { InnerException: TimeoutException } => Of(ArchiveFailureReason.Busy, $"no response within {_lockTimeout.TotalSeconds:0.#} s. Retry when the server is less busy", exception, isTransient: true),
        _ when IsLostConnection(exception) => Of(ArchiveFailureReason.Unavailable, "the server is unreachable, restarting or shutting down. Start it, or check the connection string", exception, isTransient: true),
        NpgsqlException => new HydrometArchiveException($"{Name}: {exception.Message}", exception),
        _ => null,
    };

    private static bool IsLostConnection(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState is AdministratorShutdown or CrashShutdown or CannotConnectNow || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => true,
        NpgsqlException npgsql => npgsql.IsTransient,
        _ => false,
    };

    private HydrometArchiveException Of(ArchiveFailureReason reason, string text, Exception exception, bool isTransient = false) =>
        new($"{Name}: {text}.", exception) { Reason = reason, IsTransient = isTransient };

    private Task<T> RetryAsync<T>(Func<Task<T>> unit, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        foreach (TimeSpan delay in RetryDelays)
        {
            try
            {
                return await unit().ConfigureAwait(false);
            }
            catch (NpgsqlException exception) when (IsLostConnection(exception))
            {
                // The others of the pool are lost too.
                _source.Clear();
                await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            }
        }

        return await unit().ConfigureAwait(false);
    });

    private async Task<IAsyncDisposable?> TryLockAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = await GuardAsync(() => OpenUnpooledAsync(cancellationToken)).ConfigureAwait(false);
        List<bool> locked = await GuardAsync(() => new ArchiveSession(this, connection, null).QueryAsync(
            FormattableString.Invariant($"SELECT pg_try_advisory_lock({LockKey})"), row => row.Flag(0), cancellationToken)).ConfigureAwait(false);
        if (locked[0])
        {
            return connection;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    // A connection of the pool would have the lock until its next use.
    private async Task<DbConnection> OpenUnpooledAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = new(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
