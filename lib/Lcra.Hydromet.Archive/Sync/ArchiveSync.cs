using Lcra.Hydromet.Archive.Sync.Internal;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Archive;

/// <summary>
/// Fills an archive from LCRA: politely, and from where it ended. One request is one transaction of the archive, so that a run that was killed at any point
/// is repeated without another request for what it stored.
/// </summary>
/// <remarks>
/// All processes that fill one archive share its pace, its budget and its pauses, which are in the archive. Two runs at once are safe: each takes windows that the other
/// has not, and no window is requested twice.
/// </remarks>
/// <param name="archive">The archive, open for writing.</param>
/// <param name="client">The client that requests history, and whose clock tells today and when a request was sent. Each request is sent once, whatever its options say about retries.</param>
/// <param name="options">The pace and the limits; null for the defaults.</param>
/// <param name="timeProvider">The clock of pace, budget and pauses; null for the system's.</param>
/// <example>
/// <code>
/// ArchiveSync sync = new(archive, client);
/// ArchiveSyncResult result = await sync.RunAsync([SiteId.Parse("3018")], [HistoryParameter.RainDaily]);
/// Console.WriteLine(result);
/// </code>
/// </example>
public sealed class ArchiveSync(HydrometArchive archive, HydrometClient client, ArchiveSyncOptions? options = null, TimeProvider? timeProvider = null)
{
    private readonly ArchiveSyncOptions _options = Checked(options);

    /// <summary>Reads when an archive was last filled, and whether LCRA asked for a pause. It can be open for reading alone.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The status.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public static Task<ArchiveSyncStatus> GetStatusAsync(HydrometArchive archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return SyncLedger.ReadStatusAsync(archive.Store, cancellationToken);
    }

    /// <summary>Requests what the archive lacks, the newest days first. A run that completes ends with <see cref="HydrometArchive.CompactAsync"/>.</summary>
    /// <param name="sites">The sites: LCRA's, and for rain and flow also Austin's.</param>
    /// <param name="parameters">The parameters, each one of <see cref="HydrometArchive.Parameters"/>.</param>
    /// <param name="from">
    /// The first day, in Central time; null for the beginning of each record, which is where several requests in a row have no records
    /// (<see cref="ArchiveSyncOptions.EmptyRequestsBeforeRecord"/>).
    /// </param>
    /// <param name="progress">Receives each step, one at a time; null for nowhere.</param>
    /// <param name="cancellationToken">Ends the run; what is stored stays.</param>
    /// <returns>What the run did. A window that fails is part of the result, and so is a block.</returns>
    /// <exception cref="ArgumentException">A parameter is not in an archive or not of that site, there is no site, or the first day is not valid.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read or written.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the run.</exception>
    public async Task<ArchiveSyncResult> RunAsync(
        IEnumerable<SiteId> sites,
        IEnumerable<HistoryParameter> parameters,
        DateOnly? from = null,
        IProgress<ArchiveSyncProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sites);
        ArgumentNullException.ThrowIfNull(parameters);
        HistoryParameter[] wanted = [.. parameters.Distinct()];
        SyncHistory[] histories = [.. sites.Distinct().SelectMany(site => wanted.Select(parameter => new SyncHistory(site, parameter)))];
        if (histories.Length == 0)
        {
            throw new ArgumentException("There is nothing to request: name at least one site and one parameter.", nameof(sites));
        }

        DateOnly today = CentralTime.DayOf(client.Clock.GetUtcNow());
        foreach (SyncHistory history in histories)
        {
            HistoryRequest.For(history.Site, history.Parameter, from ?? today, today, HistoryResolution.FifteenMinutes, client.Clock.GetUtcNow());
        }

        SyncPlan plan = new(_options, from, CentralTime.At(client.Clock.GetUtcNow()));
        SyncRun run = new(archive, client, _options, timeProvider ?? TimeProvider.System, plan, progress);
        ArchiveSyncResult result = await run.RunAsync(histories, cancellationToken).ConfigureAwait(false);
        if (result.Outcome == ArchiveSyncOutcome.Completed)
        {
            await archive.CompactAsync(cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private static ArchiveSyncOptions Checked(ArchiveSyncOptions? options)
    {
        ArchiveSyncOptions copy = (options ?? new ArchiveSyncOptions()).Copy();
        copy.Validate(nameof(options));
        return copy;
    }
}
