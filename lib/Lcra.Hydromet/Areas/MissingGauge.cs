namespace Lcra.Hydromet;

/// <summary>A gauge that does not count in an area.</summary>
/// <param name="Site">The gauge's site.</param>
/// <param name="Reason">Why it does not count.</param>
public sealed record MissingGauge(Site Site, MissingReason Reason)
{
    /// <summary>Writes the gauge and the reason on one line.</summary>
    /// <returns>Gauge and reason.</returns>
    public override string ToString() => $"{Site.Id} {Site.Name}: {Reason}";
}
