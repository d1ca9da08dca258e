using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>A gauge with its days by day, which are made once however many gauges it is compared with, and only if it is.</summary>
internal sealed class GaugeRecord(GaugeDailyRainfall gauge)
{
    public Site Site => gauge.Site;

    public DailyRecord Record => field ??= new DailyRecord(gauge.Days);
}
