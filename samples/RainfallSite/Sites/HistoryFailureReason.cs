using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Why a history is unavailable.</summary>
internal sealed record HistoryFailureReason(HydrometException? Failure, HistoryDelay Delay);
