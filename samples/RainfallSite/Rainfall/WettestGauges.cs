using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>The gauges with the most rain in the last 24 hours, of those that still report.</summary>
internal static class WettestGauges
{
    // A reading of last week ends its own 24 hours last week.
    private static readonly TimeSpan OldestReading = TimeSpan.FromHours(1);

    public static IReadOnlyList<RainfallTotal> In(RainfallReport report, int count) =>
    [
        .. report.Gauges
            .Select(gauge => gauge[RainfallPeriod.TwentyFourHours])
            .Where(total => total.Inches > 0 && total.Source.ReportedAt - total.ObservedAt <= OldestReading)
            .OrderByDescending(total => total.Inches)
            .ThenBy(total => total.Site.Name, StringComparer.Ordinal)
            .Take(count),
    ];
}
