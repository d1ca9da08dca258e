using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>The report that every visitor is served from. Only the background refresh puts one in.</summary>
internal sealed class RainfallStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RainfallReport? _report;

    /// <summary>Gets a task that ends with the first attempt to fetch a report, whether it succeeded or not.</summary>
    public Task FirstAttempt => _firstAttempt.Task;

    /// <summary>Gets the newest report; null until one was fetched.</summary>
    public RainfallReport? Current => _report;

    /// <summary>Gets the newest report; a visitor who comes before the first attempt ended waits a moment for it.</summary>
    public async ValueTask<RainfallReport?> GetAsync(CancellationToken cancellationToken)
    {
        if (_report is null && !FirstAttempt.IsCompleted)
        {
            await Task.WhenAny(FirstAttempt, Task.Delay(Patience, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        return _report;
    }

    public void Keep(RainfallReport report) => _report = report;

    public void EndAttempt() => _firstAttempt.TrySetResult();
}
