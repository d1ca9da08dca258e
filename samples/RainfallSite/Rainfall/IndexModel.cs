using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using RainfallSite.Caching;
using RainfallSite.Language;

namespace RainfallSite.Rainfall;

/// <summary>The answer page: how much rain fell at a gauge, or near a place.</summary>
[OutputCache(PolicyName = RainfallOutputCachePolicy.Policy)]
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

    /// <summary>Gets the period asked for; null when it is unknown.</summary>
    public RainfallPeriod? Period { get; private set; }

    /// <summary>Gets the answer for the gauge or place; null when none was asked for, or when it is unknown.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>Gets the gauges that a search found; null when nothing was searched for.</summary>
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
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "30";
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

    // What is typed leads to the lasting address of the one gauge or place that it names, or to a list to choose from.
    private IActionResult Search(RainfallReport report, RainfallPeriod period, string question)
    {
        if (Place.Parse(question) is { } place)
        {
            return To("near", place.ToString(), period);
        }

        Found = GaugeFinder.Named(report, question) is { } named ? [named] : GaugeFinder.Search(report, question);
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
            Answer = Place.Parse(Near) is { } place ? Rainfall.Answer.Near(place, report, period, now) : null;
            Response.StatusCode = Answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        }
        else if (string.IsNullOrWhiteSpace(Requested))
        {
            Wettest = WettestGauges.In(report, WettestCount);
        }
        else if (SiteId.TryParse(Requested, out SiteId id) && report.Find(id) is { } gauge)
        {
            Answer = new Answer(report, gauge, period, now);
        }
        else
        {
            Suggest(report, Requested);
        }
    }

    private void Suggest(RainfallReport report, string asked)
    {
        Requested = asked;
        Suggestions = GaugeSearch.Nearest(report, asked);
        Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
