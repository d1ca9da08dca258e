using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>A piece of history, or why it could not be had.</summary>
/// <param name="Value">The history; null when there is none.</param>
/// <param name="Failure">Why it could not be had; beside a value, why the value is an earlier one.</param>
/// <param name="IsSlow">Whether LCRA has not answered yet; the question is still being asked.</param>
internal sealed record HistoryResult<T>(T? Value, HydrometException? Failure, bool IsSlow)
    where T : class;
