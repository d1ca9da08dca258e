namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Whether a download is complete.</summary>
/// <param name="Rejected">The download, if it is not accepted.</param>
/// <param name="Failure">Why it is not accepted; null when it is.</param>
/// <param name="Finding">What is to be said of a download that is accepted although gauges are missing.</param>
internal readonly record struct CompletenessVerdict(IncompleteDownload? Rejected, HydrometException? Failure, Finding? Finding = null);
