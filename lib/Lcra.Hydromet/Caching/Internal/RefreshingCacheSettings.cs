using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>What every report of a cache is kept by.</summary>
/// <param name="Options">The cache's settings.</param>
/// <param name="Schedule">When to refresh.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Metrics">Where hits are counted.</param>
/// <param name="Lifetime">Ends with the cache, and ends refreshes with it.</param>
internal sealed record RefreshingCacheSettings(HydrometCacheOptions Options, IRefreshSchedule Schedule, TimeProvider Clock, HydrometMetrics Metrics, CancellationToken Lifetime);
