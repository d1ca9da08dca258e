namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A report in JSON.</summary>
internal sealed record ReportDocument(
    RainfallScope Scope, IReadOnlyList<FeedStatus> Feeds, IReadOnlyList<Finding> Findings, IReadOnlyList<RainfallGauge> Gauges);
