using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A history, or why it is unavailable.</summary>
/// <param name="Value">The history; null when there is none.</param>
/// <param name="Failure">Why it is unavailable; null when it could be read.</param>
/// <param name="Delay">Why it, or a part of it, is not there.</param>
internal sealed record HistoryResult<T>(T? Value, HydrometException? Failure, HistoryDelay Delay)
    where T : class;
