using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A piece of history, or why it could not be had.</summary>
internal sealed record HistoryAnswer<T>(T? Value, HydrometException? Failure, bool IsSlow)
    where T : class;
