using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The first download of the feeds, which starts with the site. Later ones are the cache's own.</summary>
internal sealed class FirstAttempt(HydrometCache cache, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);
    // On another thread, so that the start does not wait until the code of a download is compiled.
    private readonly Lazy<Task> _attempt = new(() => Task.Run(() => Task.WhenAll(
        AttemptAsync(async () => await cache.GetRainfallAsync()),
        AttemptAsync(async () => await cache.GetSitesAsync()),
        AttemptAsync(async () => await cache.GetLakeLevelsAsync()))));

    /// <summary>Gets a task that ends with the attempt, successful or not.</summary>
    public Task Completion => _attempt.Value;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = Completion;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gets a report of the cache. While the first attempt lasts, a visitor without one waits a moment for it, and never longer.</summary>
    public async ValueTask<T?> GetAsync<T>(Func<HydrometCache, T?> current, CancellationToken cancellationToken)
        where T : class
    {
        if (current(cache) is null && !Completion.IsCompleted)
        {
            await Task.WhenAny(Completion, Task.Delay(WaitTimeout, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return current(cache);
    }

    private static async Task AttemptAsync(Func<Task> download)
    {
        try
        {
            await download();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The cache logs the failure and has it in its status.
        }
    }
}
