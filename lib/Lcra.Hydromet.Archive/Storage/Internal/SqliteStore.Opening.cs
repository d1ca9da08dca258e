using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <content>Connections, migration and failures.</content>
internal sealed partial class SqliteStore
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public override async Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken)
    {
        if (_memory is not null)
        {
            return NoLock.Instance;
        }

        string path = Path.GetFullPath(_file) + ".lock";
        return await MigrationLock.AcquireAsync(() => TryOpen(path), Name, _options.LockTimeout, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<DbConnection> OpenForMigrationAsync(CancellationToken cancellationToken)
    {
        SqliteConnectionStringBuilder settings = new(With(_settings.Mode, pooled: false)) { ForeignKeys = false };
        SqliteConnection connection = await OpenAsync(settings.ConnectionString, cancellationToken).ConfigureAwait(false);

        // Reads are not disturbed by a writer, and this file stays so.
        await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken).ConfigureAwait(false);
        return connection;
    }

    public override async Task AfterMigrationAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        DbCommand check = connection.CreateCommand();
        await using (check.ConfigureAwait(false))
        {
            check.CommandText = "SELECT count(*) FROM pragma_foreign_key_check";
            if (await check.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not 0L)
            {
                throw new HydrometArchiveException($"{Name}: rows refer to rows that are not there. Restore a backup.") { Reason = ArchiveFailureReason.Corrupt };
            }
        }
    }

    public override HydrometArchiveException? Failure(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => new HydrometArchiveException(
            $"{Name} is locked by another program, which did not finish within {_options.LockTimeout.TotalSeconds:0.#} s. Retry when it is done.", exception)
        { Reason = ArchiveFailureReason.Busy, IsTransient = true },
        SqliteException { SqliteErrorCode: ReadOnly } => new HydrometArchiveException(
            $"{Name} cannot be written: the file or its folder is read-only. Change their permissions, or open the archive read-only.", exception)
        { Reason = ArchiveFailureReason.ReadOnly },
        SqliteException { SqliteErrorCode: Full } => new HydrometArchiveException(
            $"{Name} cannot grow: the disk is full. Free space and run this again; what was in the archive is still readable.", exception)
        { Reason = ArchiveFailureReason.Full, IsTransient = true },
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => new HydrometArchiveException(
            $"{Name} is damaged or is not an SQLite database. Move it away and restore a backup.", exception)
        { Reason = ArchiveFailureReason.Corrupt },
        SqliteException { SqliteErrorCode: CannotOpen } => new HydrometArchiveException(
            File.Exists(_file)
                ? $"{Name} cannot be opened as an SQLite database. Check that it is one, and that this account may use it."
                : $"{Name} cannot be opened, because there is no such file. Check the path; a sync makes the file where its folder exists and this account may write.",
            exception)
        { Reason = ArchiveFailureReason.Unavailable },
        SqliteException => new HydrometArchiveException($"{Name}: {exception.Message}", exception),
        _ => null,
    };

    private static FileLock? TryOpen(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException && File.Exists(path))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HydrometArchiveException(
                $"{path} cannot be created, which locks the archive while its tables are made. Create its folder, and allow this account to write there.", exception)
            { Reason = exception is UnauthorizedAccessException ? ArchiveFailureReason.ReadOnly : ArchiveFailureReason.Unavailable };
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string settings, CancellationToken cancellationToken)
    {
        SqliteConnection connection = new(settings);
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

    private static async Task ExecuteAsync(SqliteConnection connection, string pragma, CancellationToken cancellationToken)
    {
        SqliteCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // Constants of this class.
            command.CommandText = pragma;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private string With(SqliteOpenMode mode, bool pooled) =>
        new SqliteConnectionStringBuilder(_settings.ConnectionString) { Mode = mode, Pooling = pooled }.ConnectionString;

    private sealed class FileLock(FileStream file) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => file.DisposeAsync();
    }

    private sealed class NoLock : IAsyncDisposable
    {
        public static NoLock Instance { get; } = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
