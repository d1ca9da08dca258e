using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A history, or why it is unavailable.</summary>
/// <param name="Value">The history; null when there is none.</param>
/// <param name="Failure">Why it is unavailable; with a value, why the value is an earlier one.</param>
/// <param name="Delay">Why it, or a part of it, is not there yet.</param>
internal sealed record HistoryResult<T>(T? Value, HydrometException? Failure, HistoryDelay Delay)
    where T : class
{
    /// <summary>Gets the data-quality findings about the records.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
