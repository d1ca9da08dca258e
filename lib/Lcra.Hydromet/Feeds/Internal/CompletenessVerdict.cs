namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Whether a download is complete.</summary>
/// <param name="Incomplete">What to compare the next download with, if this one is incomplete, accepted or not.</param>
/// <param name="Failure">Why it is not accepted; null when it is.</param>
/// <param name="Finding">What is to be said of a download that is accepted although gauges are missing.</param>
internal readonly record struct CompletenessVerdict(IncompleteDownload? Incomplete, HydrometException? Failure, Finding? Finding = null);
