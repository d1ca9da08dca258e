using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>An SQLite file. Its readers never wait for a writer; writers wait for each other.</summary>
internal sealed partial class SqliteStore : ArchiveStore
{
    // A load across sites is three times slower with the default cache of 2 MB. A write-ahead log that is synced at checkpoints alone stays whole when the
    // power fails; the last windows can be lost with their coverage, and are requested again.
    private const string WriterSettings = "PRAGMA cache_size = -65536; PRAGMA synchronous = NORMAL";

    private readonly ArchiveOptions _options;
    private readonly SqliteConnectionStringBuilder _settings;
    private readonly string _file;
    private readonly string _reader;
    private readonly string _writer;
    private readonly SqliteConnection? _memory;

    public SqliteStore(ArchiveOptions options)
    {
        _options = options;
        _settings = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = (int)Math.Ceiling(options.LockTimeout.TotalSeconds) };
        if (_settings.Cache == SqliteCacheMode.Shared)
        {
            throw new ArgumentException("Remove Cache=Shared from the connection string: its locks make readers wait for writers.", nameof(options));
        }

        _file = _settings.DataSource;
        if (_settings.Mode == SqliteOpenMode.Memory || string.Equals(_file, ":memory:", StringComparison.Ordinal))
        {
            // Several connections share it, without the locks of a shared cache. It lives as long as one of them.
            _settings.DataSource = $"file:/hydromet-{Guid.NewGuid():N}?vfs=memdb";
            _settings.Mode = SqliteOpenMode.ReadWriteCreate;
            _memory = new SqliteConnection(_settings.ConnectionString);
            _memory.Open();
        }

        bool readsOnly = options.IsReadOnly || _settings.Mode == SqliteOpenMode.ReadOnly;
        _reader = With(_memory is null ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, pooled: true);

        // Never creates: an archive whose file was removed must not go on empty.
        _writer = With(readsOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, pooled: true);
    }

    public override string Name => _memory is null ? _file : "The archive in memory";

    public override string Scripts => "Sqlite";

    public override string IsCreated => "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'archive_changelog'";

    public override string Size => "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    /// <summary>Gets or sets what tests do with each connection that writes.</summary>
    internal Action<SqliteConnection>? WriterOpened { get; set; }

    /// <summary>Gets or sets a value indicating whether a test writes on its own thread.</summary>
    internal bool IsWrittenInline { get; set; }

    public override DbParameter Parameter(string name, SqlValue value) => new SqliteParameter
    {
        ParameterName = name,
        SqliteType = TypeOf(value.Kind),
        Value = ColumnOf(value),
    };

    public override DateOnly ReadDay(DbDataReader reader, int column) => EpochTime.DayOf(reader.GetInt64(column));

    public override long ReadInstant(DbDataReader reader, int column) => reader.GetInt64(column);

    public override Task InsertAsync(ArchiveSession session, SqlTable table, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken) =>
        ExecuteForEachAsync(session, table.Insert, rows, cancellationToken);

    public override Task UpsertAsync(ArchiveSession session, SqlTable table, IReadOnlyList<SqlValue[]> rows, CancellationToken cancellationToken) =>
        ExecuteForEachAsync(session, table.Upsert, rows, cancellationToken);

    // A reader waits for nobody, so its statements run on the caller's thread.
    public override Task<T> ReadAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        SqliteConnection connection = await OpenAsync(_reader, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
#pragma warning disable CA1849 // No asynchronous method begins without a lock.
            SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
#pragma warning restore CA1849
            await using ConfiguredAsyncDisposable ended = snapshot.ConfigureAwait(false);
            return await unit(new ArchiveSession(this, connection, snapshot), cancellationToken).ConfigureAwait(false);
        }
    });

    public override Task<T> ReadOnceAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        SqliteConnection connection = await OpenAsync(_reader, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await unit(new ArchiveSession(this, connection, null), cancellationToken).ConfigureAwait(false);
        }
    });

    // The driver has no asynchronous calls: without a thread of its own, a wait for the lock would block the caller.
    public override Task<T> WriteAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) =>
        OnOwnThreadAsync(() => WriteInlineAsync(unit, cancellationToken), cancellationToken);

    private Task<T> OnOwnThreadAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => IsWrittenInline ? work() : Task.Run(work, cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        // A connection in the pool has the file open.
        foreach (string pool in new[] { _reader, _writer })
        {
            using SqliteConnection connection = new(pool);
            SqliteConnection.ClearPool(connection);
        }

        if (_memory is not null)
        {
            await _memory.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Task<T> WriteInlineAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        SqliteConnection connection = await OpenAsync(_writer, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, WriterSettings, cancellationToken).ConfigureAwait(false);
            WriterOpened?.Invoke(connection);

            // Takes the lock at once: a transaction that reads first can lose it to another and never get it back.
            DbTransaction transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken).ConfigureAwait(false);
            await using ConfiguredAsyncDisposable ended = transaction.ConfigureAwait(false);
            T result = await unit(new ArchiveSession(this, connection, transaction), cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
    });

    private static Task ExecuteForEachAsync(ArchiveSession session, string sql, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken)
    {
        SqliteBulk.ExecuteForEach((SqliteConnection)session.Connection, sql, rows, cancellationToken);
        return Task.CompletedTask;
    }

    private static SqliteType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Text => SqliteType.Text,
        SqlKind.Bytes => SqliteType.Blob,
        _ => SqliteType.Integer,
    };

    private static object ColumnOf(SqlValue value) => value.IsNull ? DBNull.Value : value.Reference ?? value.Number;
}
