using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>The form that picks a gauge and a period.</summary>
internal sealed class Picker(RainfallReport report, SiteId? chosen, RainfallPeriod? period)
{
    public IEnumerable<Site> Sites { get; } =
        report.Gauges.Select(gauge => gauge.Site).OrderBy(site => site.Name, StringComparer.OrdinalIgnoreCase);

    public SiteId? Chosen { get; } = chosen;

    public RainfallPeriod Period { get; } = period ?? RainfallPeriod.TwentyFourHours;
}
