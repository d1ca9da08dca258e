using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The year or month so far beside the same dates a year earlier, or why it is unavailable.</summary>
/// <param name="Comparison">The comparison; null on the first day, when no whole day has ended, and when the days are unavailable.</param>
internal sealed record ComparisonResult(YearOverYearComparison? Comparison, HydrometException? Failure, HistoryDelay Delay);
