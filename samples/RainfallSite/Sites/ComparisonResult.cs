using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The year or month so far beside the same dates a year earlier, or why that cannot be said.</summary>
/// <param name="Comparison">The comparison; null on the first day, when there is no whole day yet, and when the days could not be had.</param>
internal sealed record ComparisonResult(YearOverYearComparison? Comparison, HydrometException? Failure, bool IsSlow);
