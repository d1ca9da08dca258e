using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A history, or why it is unavailable.</summary>
/// <param name="Value">The history; null when there is none.</param>
/// <param name="Failure">Why it is unavailable; with a value, why the value is an earlier one.</param>
/// <param name="IsSlow">Whether LCRA has not responded yet; the download continues.</param>
internal sealed record HistoryResult<T>(T? Value, HydrometException? Failure, bool IsSlow)
    where T : class
{
    /// <summary>Gets the data-quality findings about the records.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
