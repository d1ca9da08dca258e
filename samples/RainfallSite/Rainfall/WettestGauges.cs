using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>The reporting gauges with the most rain in the last 24 hours; those whose rain is isolated follow the others.</summary>
internal static class WettestGauges
{
    public static IReadOnlyList<RainfallTotal> In(RainfallReport report, int count) =>
    [
        .. report.Gauges
            .Where(gauge => gauge.IsReporting)
            .Select(gauge => gauge[RainfallPeriod.TwentyFourHours])
            .Where(total => total.Inches > 0)
            .OrderBy(total => total.IsIsolated)
            .ThenByDescending(total => total.LowerBoundInches ?? total.Inches)
            .ThenBy(total => total.Site.Name, StringComparer.Ordinal)
            .Take(count),
    ];
}
