using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The report that every visitor is served from. The cache refreshes it in the background.</summary>
internal sealed class RainfallStore(HydrometCache cache)
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);
    private readonly Lazy<Task> _firstAttempt = new(() => AttemptAsync(cache));

    /// <summary>Gets a task that ends with the first attempt to fetch a report, whether it succeeded or not.</summary>
    public Task FirstAttempt => _firstAttempt.Value;

    /// <summary>Gets the newest report; null until one was fetched.</summary>
    public RainfallReport? Current => cache.CurrentRainfall;

    /// <summary>Gets the newest report; a visitor who comes before the first attempt ended waits a moment for it.</summary>
    public async ValueTask<RainfallReport?> GetAsync(CancellationToken cancellationToken)
    {
        if (Current is null && !FirstAttempt.IsCompleted)
        {
            await Task.WhenAny(FirstAttempt, Task.Delay(WaitTimeout, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return Current;
    }

    private static async Task AttemptAsync(HydrometCache cache)
    {
        try
        {
            await cache.GetRainfallAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The background refresh says so in the log.
        }
    }
}
