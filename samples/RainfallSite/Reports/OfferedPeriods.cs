using System.Runtime.CompilerServices;
using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The periods that a picker offers.</summary>
internal sealed class OfferedPeriods
{
    private readonly ConditionalWeakTable<RainfallReport, HashSet<RainfallPeriod>> _known = [];

    /// <summary>Gets those that a gauge of the report has an amount for, and the chosen one.</summary>
    public IEnumerable<RainfallPeriod> Of(RainfallReport report, RainfallPeriod? chosen)
    {
        HashSet<RainfallPeriod> known = _known.GetValue(
            report, one => [.. RainfallPeriod.All.Where(period => one.Gauges.Any(gauge => gauge[period].Inches is not null))]);
        return RainfallPeriod.All.Where(period => period == chosen || known.Contains(period));
    }
}
