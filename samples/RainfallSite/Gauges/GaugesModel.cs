using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;
using RainfallSite.Shared;

namespace RainfallSite.Gauges;

/// <summary>Every gauge with its rain of one period.</summary>
[MadeFromReport("basin", "desc", ListPage.QueryKey, "period", "sort", RainUnits.QueryKey)]
internal sealed class GaugesModel(RainfallStore store) : PageModel
{
    public GaugeQuery Query { get; private set; } = new();

    /// <summary>Gets the part of the list to show.</summary>
    public ListPage ShownPage { get; private set; } = new(1);

    public RainfallReport? Report { get; private set; }

    /// <summary>Gets the gauges; null when there is no report yet or no such period.</summary>
    public GaugeList? List { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = GaugeQuery.Read(Request.Query);
        Report = await store.GetAsync(cancellationToken);
        if (Report is null)
        {
            Response.SetUnavailable();
        }
        else if (Query.Period is { } period)
        {
            List = new GaugeList(Report, Query, period);
            ShownPage = ListPage.Read(Request.Query).Within(List.ListedCount);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
