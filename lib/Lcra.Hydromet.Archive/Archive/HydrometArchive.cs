using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <summary>
/// The history of sites on this machine or on a server: daily rain, accumulated rainfall, stage and discharge, and lake levels, each value with the
/// request that it came from. Reading never uses the network. What LCRA corrects is stored as a new version, and reads can ask what was known at a time.
/// </summary>
/// <remarks>One object can be used by any number of threads at once, and several processes can share one archive.</remarks>
/// <example>
/// <code>
/// await using HydrometArchive archive = await HydrometArchive.OpenAsync(ArchiveOptions.ForFile("rain.db"));
/// await foreach (DailyRainfall day in archive.GetDailyRainfallAsync(SiteId.Parse("3018"), first, last))
/// {
///     Console.WriteLine(day);
/// }
/// </code>
/// </example>
public sealed partial class HydrometArchive : IAsyncDisposable
{
    private readonly ArchiveStore _store;
    private readonly ArchiveOptions _options;
    private readonly TimeProvider _timeProvider;

    private readonly SemaphoreSlim _opening = new(1);
    private volatile bool _isOpen;

    /// <summary>Initializes a new instance that opens the archive with its first operation, as <see cref="OpenAsync"/> or <see cref="OpenReadOnlyAsync"/> do at once.</summary>
    /// <param name="options">Where the archive is.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public HydrometArchive(ArchiveOptions options, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(nameof(options));
        _options = options;
        _store = options.Provider == ArchiveProvider.Sqlite ? new SqliteStore(options) : new PostgreSqlStore(options);
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Gets the parameters that an archive has: daily rain, accumulated rainfall, stage and discharge, and lake levels.</summary>
    public static IReadOnlyList<HistoryParameter> Parameters => ArchiveParameters.Histories;

    // The first day in UTC that is not packed.
    private DateOnly FirstOpenDay => EpochTime.UtcDayOf(EpochTime.Seconds(_timeProvider.GetUtcNow() - _options.PackAfter));

    internal ArchiveStore Store => _store;

    internal int LiveDays => _options.LiveDays;

    /// <summary>Opens an archive for reading and writing. Makes or migrates its tables first where they are missing or old; one process at a time does so.</summary>
    /// <param name="options">Where the archive is.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Cancels the wait for another process.</param>
    /// <returns>The archive. Dispose of it to close its connections.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="HydrometArchiveException">The archive cannot be opened or migrated; <see cref="HydrometArchiveException.Reason"/> says why.</exception>
    public static async Task<HydrometArchive> OpenAsync(ArchiveOptions options, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        HydrometArchive archive = new(options, timeProvider);
        try
        {
            await archive.EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
            return archive;
        }
        catch
        {
            await archive.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens an archive for reading alone. Its tables must be those of this version of the package; they are not migrated.</summary>
    /// <param name="options">Where the archive is.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The archive. Dispose of it to close its connections.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="HydrometArchiveException">
    /// The archive cannot be opened; <see cref="ArchiveFailureReason.SchemaTooOld"/>, <see cref="ArchiveFailureReason.SchemaTooNew"/> and
    /// <see cref="ArchiveFailureReason.NotFound"/> tell apart what to do.
    /// </exception>
    public static Task<HydrometArchive> OpenReadOnlyAsync(ArchiveOptions options, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(options.AsReadOnly(), timeProvider, cancellationToken);
    }

    /// <summary>Closes the connections.</summary>
    /// <returns>A task that ends when they are closed.</returns>
    public ValueTask DisposeAsync()
    {
        _opening.Dispose();
        return _store.DisposeAsync();
    }

    private async Task<T> ReadAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
        return await _store.ReadAsync(unit, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> WriteAsync<T>(Func<ArchiveSession, CancellationToken, Task<T>> unit, CancellationToken cancellationToken)
    {
        await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
        return await _store.WriteAsync(unit, cancellationToken).ConfigureAwait(false);
    }

    // A failure is not remembered: the next operation tries again.
    private async Task EnsureOpenAsync(CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            return;
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isOpen)
            {
                await (_options.IsReadOnly ? ArchiveSchema.CheckAsync(_store, cancellationToken) : ArchiveSchema.MigrateAsync(_store, cancellationToken)).ConfigureAwait(false);
                _isOpen = true;
            }
        }
        finally
        {
            _opening.Release();
        }
    }
}
