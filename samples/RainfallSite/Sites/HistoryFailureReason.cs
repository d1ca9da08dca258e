using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Why a piece of history is not there.</summary>
internal sealed record HistoryFailureReason(HydrometException? Failure, bool IsSlow);
