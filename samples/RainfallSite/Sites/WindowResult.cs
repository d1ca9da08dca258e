using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The rain in a window, or why it is unavailable.</summary>
internal sealed record WindowResult(RainWindow Window, SeriesTotal? Total, HydrometException? Failure, HistoryDelay Delay);
