using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Formatting;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Comparison;

/// <summary>Up to four gauges side by side.</summary>
[MadeFromReport(RainUnits.QueryKey)]
internal sealed class ComparisonModel(RainfallStore store) : PageModel
{
    /// <summary>Gets the periods to compare, those of the forms first.</summary>
    public static IReadOnlyList<RainfallPeriod> Periods { get; } =
    [
        RainfallPeriod.OneHour, RainfallPeriod.SinceMidnight, RainfallPeriod.TwentyFourHours, RainfallPeriod.OneDayAgo,
        RainfallPeriod.OneWeek, RainfallPeriod.ThisMonth, RainfallPeriod.ThisYear,
    ];

    public RainfallReport? Report { get; private set; }

    /// <summary>Gets the gauges that are known.</summary>
    public IReadOnlyList<RainfallGauge> Gauges { get; private set; } = [];

    /// <summary>Gets the requested sites that the report does not have.</summary>
    public IReadOnlyList<SiteId> Unknown { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await store.GetAsync(cancellationToken);
        if (Report is null)
        {
            Response.SetUnavailable();
            return;
        }

        IReadOnlyList<SiteId> requested = GaugeSet.Parse(Request.Query[GaugeSet.QueryKey]);
        Gauges = [.. requested.Select(Report.Find).OfType<RainfallGauge>()];
        Unknown = [.. requested.Where(site => Report.Find(site) is null)];
    }
}
