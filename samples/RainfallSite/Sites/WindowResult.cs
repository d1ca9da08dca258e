using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The rain in a window, or why it is unavailable.</summary>
internal sealed record WindowResult(RainWindow Window, SeriesTotal? Total, HydrometException? Failure, HistoryDelay Delay)
{
    /// <summary>Gets the data-quality findings about LCRA's records.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
