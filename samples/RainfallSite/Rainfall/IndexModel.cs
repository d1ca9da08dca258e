using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RainfallSite.Rainfall;

/// <summary>The one page: how much rain fell at a gauge.</summary>
internal sealed class IndexModel(RainfallStore store, TimeProvider clock) : PageModel
{
    private const int WettestCount = 3;

    [BindProperty(Name = "site", SupportsGet = true)]
    public string? Asked { get; set; }

    [BindProperty(Name = "period", SupportsGet = true)]
    public string? AskedPeriod { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public RainfallReport? Report { get; private set; }

    /// <summary>Gets the period asked for; null when it is unknown.</summary>
    public RainfallPeriod? Period { get; private set; }

    /// <summary>Gets the gauge asked for; null when none was, or when it is unknown.</summary>
    public RainfallGauge? Gauge { get; private set; }

    public IReadOnlyList<Site> Suggestions { get; private set; } = [];

    public IReadOnlyList<RainfallTotal> Wettest { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await store.GetAsync(cancellationToken);
        Period = string.IsNullOrEmpty(AskedPeriod) ? RainfallPeriod.TwentyFourHours
            : RainfallPeriod.TryParse(AskedPeriod, out RainfallPeriod? known) ? known : null;
        if (Report is null)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "30";
            return;
        }

        if (string.IsNullOrWhiteSpace(Asked))
        {
            Wettest = WettestGauges.In(Report, WettestCount);
        }
        else if (SiteId.TryParse(Asked, out SiteId id) && Report.Find(id) is { } gauge)
        {
            Gauge = gauge;
        }
        else
        {
            Suggestions = GaugeSearch.Nearest(Report, Asked);
        }

        if (Period is null || Suggestions.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
