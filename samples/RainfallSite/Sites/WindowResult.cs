using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The rain in a window, or why it is unavailable.</summary>
internal sealed record WindowResult(RainWindow Window, SeriesTotal? Total, HydrometException? Failure, HistoryDelay Delay)
{
    /// <summary>Gets the daily totals of the days that the window touches and that are over, where it has no readings; null otherwise.</summary>
    public SeriesTotal? WholeDays { get; init; }
}
