using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>How much rain was counted in a window, or why that cannot be said.</summary>
internal sealed record WindowResult(RainWindow Window, SeriesTotal? Total, HydrometException? Failure, bool IsSlow);
