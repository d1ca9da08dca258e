using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Archive;

/// <summary>
/// The archive that pages read, opened when it is first needed. A database that is down stops no page but histories, and is tried again after
/// half a minute.
/// </summary>
internal sealed class SiteArchive(ArchiveSettings settings, HydrometClient client, TimeProvider clock, HydrometRecording? recording = null) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _opening = new(1);
    private HydrometArchive? _archive;
    private HydrometArchiveException? _failure;
    private DateTimeOffset _retryAt;

    /// <summary>Gets a value indicating whether it has the histories of a recording, and will never have others.</summary>
    public bool IsRecording => settings.IsRecording;

    /// <summary>Opens the archive. The process that fills it also migrates it.</summary>
    /// <exception cref="HydrometArchiveException">It cannot be opened.</exception>
    public async ValueTask<HydrometArchive> OpenAsync(CancellationToken cancellationToken)
    {
        if (_archive is { } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _archive ??= await OpenOnceAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_archive is { } open)
        {
            await open.DisposeAsync();
        }
    }

    private async Task<HydrometArchive> OpenOnceAsync(CancellationToken cancellationToken)
    {
        if (_failure is { } failure && clock.GetUtcNow() < _retryAt)
        {
            throw failure;
        }

        try
        {
            return settings.IsRecording ? await OpenRecordingAsync(recording!)
                : settings.Fill ? await HydrometArchive.OpenAsync(settings.ToOptions(), clock, cancellationToken)
                : await HydrometArchive.OpenReadOnlyAsync(settings.ToOptions(), clock, cancellationToken);
        }
        catch (HydrometArchiveException unavailable)
        {
            _failure = unavailable;
            _retryAt = clock.GetUtcNow() + RetryAfter;
            throw;
        }
    }

    // Whoever comes first stores them for all, and may leave meanwhile.
    private async Task<HydrometArchive> OpenRecordingAsync(HydrometRecording recorded)
    {
        HydrometArchive archive = await HydrometArchive.OpenAsync(settings.ToOptions(), clock, CancellationToken.None);
        await RecordedHistories.StoreAsync(archive, recorded, client, CancellationToken.None);
        return archive;
    }
}
