using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>Why a piece of history is not there.</summary>
internal sealed record HistoryTrouble(HydrometException? Failure, bool IsSlow);
