using System.Data.Common;
using System.Globalization;
using System.Reflection;
using EvolveDb;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>The tables of an archive: their version, and the scripts that make them.</summary>
internal static class ArchiveSchema
{
    private const string Changelog = "archive_changelog";

    private const string Applied = "SELECT version FROM archive_changelog WHERE success = true";

    private static readonly Assembly Scripts = typeof(ArchiveSchema).Assembly;

    public static async Task MigrateAsync(ArchiveStore store, CancellationToken cancellationToken)
    {
        int latest = Latest(store);
        if (await TryReadVersionAsync(store, cancellationToken).ConfigureAwait(false) is { } known && known >= latest)
        {
            ThrowIfNewer(store, known, latest);
            return;
        }

        IAsyncDisposable held = await store.LockMigrationAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            await Task.Run(() => ApplyAsync(store, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Throws where the archive has other tables than this version of the package reads.</summary>
    public static async Task CheckAsync(ArchiveStore store, CancellationToken cancellationToken)
    {
        int latest = Latest(store);
        int version = await store.ReadAsync((session, token) => ReadVersionAsync(store, session, token), cancellationToken).ConfigureAwait(false);
        if (version == 0)
        {
            throw new HydrometArchiveException($"{store.Name} has no archive. Open it for writing once, or correct the connection string.") { Reason = ArchiveFailureReason.NotFound };
        }

        ThrowIfNewer(store, version, latest);
        if (version < latest)
        {
            throw new HydrometArchiveException(
                $"{store.Name} has schema version {version}, and this package reads version {latest}. Open the archive for writing once, which migrates it.")
            { Reason = ArchiveFailureReason.SchemaTooOld };
        }
    }

    private static async Task ApplyAsync(ArchiveStore store, CancellationToken cancellationToken)
    {
        try
        {
            DbConnection connection = await store.OpenForMigrationAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                ThrowIfNewer(store, await ReadVersionAsync(store, new ArchiveSession(store, connection, null), cancellationToken).ConfigureAwait(false), Latest(store));
                new Evolve(connection)
                {
                    EmbeddedResourceAssemblies = [Scripts],
                    EmbeddedResourceFilters = [Prefix(store)],
                    MetadataTableName = Changelog,
                    IsEraseDisabled = true,
                }.Migrate();
                await store.AfterMigrationAsync(connection, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is EvolveException or DbException)
        {
            Exception cause = exception is EvolveException { InnerException: { } inner } ? inner : exception;
            throw store.Failure(cause) is { Reason: not ArchiveFailureReason.Other } failure ? failure : new HydrometArchiveException($"{store.Name} could not be migrated and is unchanged: {exception.Message}", exception) { Reason = ArchiveFailureReason.MigrationFailed };
        }
    }

    // Of a file that is not there yet, a read says nothing; whether it can be made, the migration says.
    private static async Task<int?> TryReadVersionAsync(ArchiveStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync((session, token) => ReadVersionAsync(store, session, token), cancellationToken).ConfigureAwait(false);
        }
        catch (HydrometArchiveException failure) when (failure.Reason == ArchiveFailureReason.Unavailable && store is SqliteStore)
        {
            return null;
        }
    }

    private static async Task<int> ReadVersionAsync(ArchiveStore store, ArchiveSession session, CancellationToken cancellationToken)
    {
        if ((await session.QueryAsync(store.IsCreated, row => row.Integer(0), cancellationToken).ConfigureAwait(false))[0] == 0)
        {
            return 0;
        }

        List<string?> versions = await session.QueryAsync(Applied, row => row.TextOrNull(0), cancellationToken).ConfigureAwait(false);
        return versions.Select(version => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0).DefaultIfEmpty().Max();
    }

    private static int Latest(ArchiveStore store) => Scripts.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix(store), StringComparison.Ordinal))
        .Max(name => int.Parse(name.AsSpan(Prefix(store).Length + 1, name.IndexOf("__", StringComparison.Ordinal) - Prefix(store).Length - 1), NumberStyles.None, CultureInfo.InvariantCulture));

    private static string Prefix(ArchiveStore store) => $"Lcra.Hydromet.Archive.Migrations.{store.Scripts}.";

    private static void ThrowIfNewer(ArchiveStore store, int version, int latest)
    {
        if (version > latest)
        {
            throw new HydrometArchiveException($"{store.Name} has schema version {version}, and this package knows versions up to {latest}. Update the package.")
            { Reason = ArchiveFailureReason.SchemaTooNew };
        }
    }
}
