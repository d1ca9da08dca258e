using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Map;

/// <summary>Every gauge on a map, colored by its rain.</summary>
[MadeFromReport("period", RainUnits.QueryKey)]
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

    /// <summary>Gets the reporting gauges, the wettest first, then those whose rain is isolated, and those without an amount last.</summary>
    public IReadOnlyList<MapMarker> Markers { get; private set; } = [];

    /// <summary>Gets the totals of the gauges that fell silent; they are not on the map.</summary>
    public IReadOnlyList<RainfallTotal> Silent { get; private set; } = [];

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
            ILookup<bool, RainfallTotal> totals = Report.Gauges.ToLookup(gauge => gauge.IsReporting, gauge => gauge[period]);
            Scale = new MapScale(totals[true].Max(total => total.Inches) ?? 0);
            Markers =
            [
                .. totals[true]
                    .Select(total => new MapMarker(total, Scale.LevelOf(total.Inches)))
                    .OrderBy(marker => marker.Total.Inches is null)
                    .ThenBy(marker => marker.Total.IsIsolated)
                    .ThenByDescending(marker => marker.Total.LowerBoundInches ?? marker.Total.Inches)
                    .ThenBy(marker => marker.Total.Site.Name, StringComparer.OrdinalIgnoreCase),
            ];
            Silent = [.. totals[false].OrderBy(total => total.Site.Name, StringComparer.OrdinalIgnoreCase)];
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
