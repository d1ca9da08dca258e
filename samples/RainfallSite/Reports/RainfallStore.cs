using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The report that every visitor is served from. The cache refreshes it in the background.</summary>
internal sealed class RainfallStore(HydrometCache cache, FirstAttempt first)
{
    /// <summary>Gets the newest report; null before the first one.</summary>
    public RainfallReport? Current => cache.CurrentRainfall;

    /// <summary>Gets the newest report; null before the first one. It never waits for a server that does not respond.</summary>
    public ValueTask<RainfallReport?> GetAsync(CancellationToken cancellationToken) => first.GetAsync(static cache => cache.CurrentRainfall, cancellationToken);
}
