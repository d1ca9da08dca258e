namespace Lcra.Hydromet;

/// <summary>A gauge that does not count in an area.</summary>
/// <param name="Site">The gauge's site.</param>
/// <param name="Reason">Why it does not count.</param>
public sealed record MissingGauge(Site Site, MissingReason Reason);
