using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using RainfallSite.Caching;
using RainfallSite.Problems;
using RainfallSite.Reports;

namespace RainfallSite.Map;

/// <summary>Every gauge on a map, colored by its rain.</summary>
[OutputCache(PolicyName = RainfallOutputCachePolicy.Page)]
internal sealed class MapModel(RainfallStore store, IOptions<MapOptions> options) : PageModel
{
    [BindProperty(Name = "period", SupportsGet = true)]
    public string? RequestedPeriod { get; set; }

    public MapOptions Options => options.Value;

    public RainfallReport? Report { get; private set; }

    /// <summary>Gets the period; null when the requested one is unknown.</summary>
    public RainfallPeriod? Period { get; private set; }

    public MapView View { get; private set; } = MapView.Whole;

    public MapScale Scale { get; private set; } = new(0);

    /// <summary>Gets the gauges, the wettest first and those without an amount last.</summary>
    public IReadOnlyList<MapMarker> Markers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        View = MapView.Read(Request.Query);
        Period = string.IsNullOrEmpty(RequestedPeriod) ? RainfallPeriod.TwentyFourHours
            : RainfallPeriod.TryParse(RequestedPeriod, out RainfallPeriod? known) ? known : null;
        Report = await store.GetAsync(cancellationToken);
        if (Report is null)
        {
            Response.SetUnavailable();
        }
        else if (Period is { } period)
        {
            RainfallTotal[] totals = [.. Report.Gauges.Select(gauge => gauge[period])];
            Scale = new MapScale(totals.Max(total => total.Inches) ?? 0);
            Markers =
            [
                .. totals
                    .Select(total => new MapMarker(total, Scale.LevelOf(total.Inches)))
                    .OrderBy(marker => marker.Total.Inches is null)
                    .ThenByDescending(marker => marker.Total.Inches)
                    .ThenBy(marker => marker.Total.Site.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
