using System.Diagnostics;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>Waits for the lock that one process at a time has while it migrates, for a limited time.</summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Task<IAsyncDisposable> AcquireAsync(Func<IAsyncDisposable?> tryAcquire, string archive, TimeSpan timeout, CancellationToken cancellationToken) =>
        AcquireAsync(() => Task.FromResult(tryAcquire()), archive, timeout, cancellationToken);

    public static async Task<IAsyncDisposable> AcquireAsync(
        Func<Task<IAsyncDisposable?>> tryAcquire, string archive, TimeSpan timeout, CancellationToken cancellationToken)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await tryAcquire().ConfigureAwait(false) is { } held)
            {
                return held;
            }

            if (Stopwatch.GetElapsedTime(began) > timeout)
            {
                throw new HydrometArchiveException(
                    $"{archive}: another process migrates this archive and did not finish within {timeout.TotalSeconds:0.#} s. Retry when it is done.")
                { Reason = ArchiveFailureReason.Busy, IsTransient = true };
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
