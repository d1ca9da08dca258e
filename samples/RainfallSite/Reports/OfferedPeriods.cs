using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The periods that a picker offers: those that a gauge of the report has an amount for, and the chosen one.</summary>
internal static class OfferedPeriods
{
    public static IEnumerable<RainfallPeriod> Of(RainfallReport report, RainfallPeriod? chosen) =>
        RainfallPeriod.All.Where(period => period == chosen || report.Gauges.Any(gauge => gauge[period].Inches is not null));
}
