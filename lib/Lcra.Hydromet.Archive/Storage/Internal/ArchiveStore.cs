using System.Data.Common;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A database: connections, the types of its columns, and failures made into <see cref="HydrometArchiveException"/>.</summary>
internal abstract class ArchiveStore : IAsyncDisposable
{
    /// <summary>Gets the name of the archive for messages, without a password.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the folder of the scripts.</summary>
    public abstract string Scripts { get; }

    /// <summary>Gets the statement that tells whether the archive has tables, as 0 or 1.</summary>
    public abstract string IsCreated { get; }

    /// <summary>Gets the statement that tells how many bytes the archive takes.</summary>
    public abstract string Size { get; }

    /// <summary>Gets whether a join can read one row for each row before it, which takes one lookup where a subquery of each column takes as many.</summary>
    public virtual bool HasLateralJoins => false;

    public abstract DbParameter Parameter(string name, SqlValue value);

    public abstract DateOnly ReadDay(DbDataReader reader, int column);

    public abstract long ReadInstant(DbDataReader reader, int column);

    /// <summary>Adds rows. Each is written before the next is made, so that they can share one array.</summary>
    public abstract Task InsertAsync(ArchiveSession session, SqlTable table, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken);

    public abstract Task UpsertAsync(ArchiveSession session, SqlTable table, IReadOnlyList<SqlValue[]> rows, CancellationToken cancellationToken);

    /// <summary>Takes the lock of migrations, which processes share, and gives it back when disposed.</summary>
    public abstract Task<IAsyncDisposable> LockMigrationAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection for a migration. Foreign keys are not enforced in it where a rebuilt table would empty others.</summary>
    public abstract Task<DbConnection> OpenForMigrationAsync(CancellationToken cancellationToken);

    /// <summary>Checks and sets what a migration leaves to do.</summary>
    public abstract Task AfterMigrationAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Runs the database's own checks and lists what is wrong.</summary>
    public abstract Task<List<string>> CheckAsync(ArchiveSession session, CancellationToken cancellationToken);

    /// <summary>Renews the statistics that plans are made by, where the database does not do so itself.</summary>
    public abstract Task AnalyzeAsync(CancellationToken cancellationToken);

    public abstract Task BackupAsync(string path, CancellationToken cancellationToken);

    /// <summary>Runs a unit of reading, whose statements all see the same moment; on a lost connection again, as a whole.</summary>
    public abstract Task<T> ReadAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken);

    /// <summary>Runs a unit of reading that is one statement, and so sees one moment by itself; on a lost connection again.</summary>
    public abstract Task<T> ReadOnceAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken);

    /// <summary>Makes room for the pages of a read of all sites, which reads another part of the store for each.</summary>
    public virtual Task WidenAsync(ArchiveSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs a unit of writing in one transaction; on a lost connection again, as a whole.</summary>
    public abstract Task<T> WriteAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken);

    /// <summary>Makes an exception of the database into a failure with what to do; null when it is of another kind.</summary>
    public abstract HydrometArchiveException? Failure(Exception exception);

    public abstract ValueTask DisposeAsync();

    protected async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (Failure(exception) is not null)
        {
            throw Failure(exception)!;
        }
    }
}
