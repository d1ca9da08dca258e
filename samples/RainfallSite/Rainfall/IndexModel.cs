using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Climate;
using RainfallSite.Formatting;
using RainfallSite.Hyetographs;
using RainfallSite.Links;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Rivers;
using RainfallSite.Routing;
using RainfallSite.Search;

namespace RainfallSite.Rainfall;

/// <summary>The front page: how much rain fell at a gauge, or near a place.</summary>
[MadeFromReport("period", "site", RainUnits.QueryKey)]
[AlsoMadeFrom(OtherSources.Stages | OtherSources.Archive)]
internal sealed class IndexModel(RainfallStore store, NetworkStore network, StageLog stages, Gazetteer gazetteer, RainStepsReader steps, RarityReader rarities, TimeProvider clock) : PageModel
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

    /// <summary>Gets what a search or the visitor's position found; null without either.</summary>
    public SearchResult? Found { get; private set; }

    /// <summary>Gets the gauges that an unknown one may mean; null when none is unknown.</summary>
    public IReadOnlyList<Site>? Suggestions { get; private set; }

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
            return await SearchAsync(Report, Period, Question, cancellationToken);
        }
        else
        {
            return await ShowAsync(Report, Period, cancellationToken);
        }

        return Page();
    }

    // Only a text that names one gauge redirects to it; any other shows a list.
    private async Task<IActionResult> SearchAsync(RainfallReport report, RainfallPeriod period, string question, CancellationToken cancellationToken)
    {
        if (Gazetteer.ZipCodeIn(question) is null && GaugeSearch.Named(report, question) is { } named)
        {
            return Redirect(PageLinks.To(Request, "/", [new("site", RainfallFormatter.Key(named.Site)), new("period", period.Key)]));
        }

        if (Gazetteer.ZipCodeIn(question) is null && await PageOfSiteAsync(question, cancellationToken) is { } page)
        {
            return page;
        }

        Found = SearchResult.Of(question, report, period, gazetteer);
        Response.StatusCode = Found.IsEmpty ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    private async Task<IActionResult> ShowAsync(RainfallReport report, RainfallPeriod period, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Near))
        {
            Found = CoordinatesInput.Parse(Near) is { } place ? SearchResult.Of(place.Rounded().ToString(), report, period, gazetteer) : null;
            Response.StatusCode = Found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        }
        else if (string.IsNullOrWhiteSpace(Requested))
        {
            Wettest = WettestGauges.In(report, WettestCount);
        }
        else if (SiteId.TryParse(Requested, out SiteId id) && report.Find(id) is { } gauge)
        {
            Result = new GaugeResult(report, await network.GetSitesAsync(cancellationToken), stages, gauge, period, clock.GetUtcNow())
            {
                Steps = await steps.ReadAsync(gauge, cancellationToken),
                Rarity = await rarities.ReadAsync(gauge[period], cancellationToken),
            };
        }
        else if (await PageOfSiteAsync(Requested, cancellationToken) is { } page)
        {
            return page;
        }
        else
        {
            Suggestions = GaugeSuggestions.For(report, Requested);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    // A dam or a lake measures no rain and has a page of its own.
    private async Task<RedirectResult?> PageOfSiteAsync(string text, CancellationToken cancellationToken) =>
        SiteId.TryParse(text, out SiteId id) && (await network.GetSitesAsync(cancellationToken))?.Find(id) is { } reading
            ? Redirect(PageLinks.To(Request, $"/sites/{RainfallFormatter.Key(reading.Site)}", []))
            : null;
}
