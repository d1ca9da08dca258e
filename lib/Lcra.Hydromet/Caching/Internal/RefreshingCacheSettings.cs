using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>What the entries of a cache share.</summary>
/// <param name="Options">The options of the cache.</param>
/// <param name="Schedule">When to refresh.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Metrics">The metrics that count hits.</param>
/// <param name="Lifetime">Canceled when the cache is disposed; cancels refreshes.</param>
internal sealed record RefreshingCacheSettings(HydrometCacheOptions Options, IRefreshSchedule Schedule, TimeProvider Clock, HydrometMetrics Metrics, CancellationToken Lifetime);
