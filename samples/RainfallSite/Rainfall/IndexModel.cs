using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using RainfallSite.Formatting;
using RainfallSite.Links;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;
using RainfallSite.Search;

namespace RainfallSite.Rainfall;

/// <summary>The front page: how much rain fell at a gauge, or near a place.</summary>
[MadeFromReport("period", "site", RainUnits.QueryKey)]
internal sealed class IndexModel(RainfallStore store, TimeProvider clock) : PageModel
{
    private const int WettestCount = 3;

    [BindProperty(Name = "site", SupportsGet = true)]
    public string? Requested { get; set; }

    [BindProperty(Name = "period", SupportsGet = true)]
    public string? RequestedPeriod { get; set; }

    [BindProperty(Name = "near", SupportsGet = true)]
    public string? Near { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Question { get; set; }

    public RainfallReport? Report { get; private set; }

    /// <summary>Gets the requested period; null when it is unknown.</summary>
    public RainfallPeriod? Period { get; private set; }

    /// <summary>Gets the result for the requested gauge or place; null when none was requested, or when it is unknown.</summary>
    public GaugeResult? Result { get; private set; }

    /// <summary>Gets the gauges that a search found; null without a search.</summary>
    public IReadOnlyList<RainfallGauge>? Found { get; private set; }

    public IReadOnlyList<Site> Suggestions { get; private set; } = [];

    public IReadOnlyList<RainfallTotal> Wettest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await store.GetAsync(cancellationToken);
        Period = string.IsNullOrEmpty(RequestedPeriod) ? RainfallPeriod.TwentyFourHours
            : RainfallPeriod.TryParse(RequestedPeriod, out RainfallPeriod? known) ? known : null;
        if (Report is null)
        {
            Response.SetUnavailable();
        }
        else if (Period is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (!string.IsNullOrWhiteSpace(Question))
        {
            return Search(Report, Period, Question);
        }
        else
        {
            Show(Report, Period);
        }

        return Page();
    }

    // A text that names one gauge or place redirects to its permanent address; any other shows a list.
    private IActionResult Search(RainfallReport report, RainfallPeriod period, string question)
    {
        if (CoordinatesInput.Parse(question) is { } place)
        {
            return To("near", place.Rounded().ToString(), period);
        }

        Found = GaugeSearch.Named(report, question) is { } named ? [named] : GaugeSearch.Search(report, question);
        if (Found.Count == 1)
        {
            return To("site", RainfallFormatter.Key(Found[0].Site), period);
        }

        if (Found.Count == 0)
        {
            Suggest(report, question);
        }

        return Page();
    }

    private RedirectResult To(string key, string value, RainfallPeriod period) =>
        Redirect(PageLinks.To(Request, "/", [new(key, value), new("period", period.Key)]));

    private void Show(RainfallReport report, RainfallPeriod period)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (!string.IsNullOrWhiteSpace(Near))
        {
            Result = CoordinatesInput.Parse(Near) is { } place ? GaugeResult.Near(place.Rounded(), report, period, now) : null;
            Response.StatusCode = Result is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        }
        else if (string.IsNullOrWhiteSpace(Requested))
        {
            Wettest = WettestGauges.In(report, WettestCount);
        }
        else if (SiteId.TryParse(Requested, out SiteId id) && report.Find(id) is { } gauge)
        {
            Result = new GaugeResult(report, gauge, period, now);
        }
        else
        {
            Suggest(report, Requested);
        }
    }

    private void Suggest(RainfallReport report, string text)
    {
        Requested = text;
        Suggestions = GaugeSuggestions.For(report, text);
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
