using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;
using RainfallSite.Search;

namespace RainfallSite.Sites;

/// <summary>One site: its current measurements and its rain in the past.</summary>
[AlsoMadeFrom(OtherSources.Archive)]
internal sealed class SiteModel(RainfallStore store, NetworkStore network, SiteHistoryReader reader, GaugeHistory histories, TimeProvider clock, HydrometRecording? recording = null) : PageModel
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public string? Requested { get; set; }

    [BindProperty(Name = "compare", SupportsGet = true)]
    public string? RequestedComparison { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Gets a value indicating whether anything was ever read from LCRA.</summary>
    public bool HasReport { get; private set; }

    /// <summary>Gets the site; null when it is unknown.</summary>
    public Site? Site { get; private set; }

    public RainfallGauge? Gauge { get; private set; }

    public SiteReading? Reading { get; private set; }

    public LakeLevel? Lake { get; private set; }

    public IReadOnlyList<Site> Suggestions { get; private set; } = [];

    /// <summary>Gets the bars; null when LCRA has no history of this site's rain.</summary>
    public SiteHistory? History { get; private set; }

    /// <summary>Gets the total of the requested window; null when none was requested.</summary>
    public WindowResult? Window { get; private set; }

    /// <summary>Gets the comparison; null when none was requested.</summary>
    public ComparisonResult? Comparison { get; private set; }

    /// <summary>Gets every year of the record; null without a record.</summary>
    public GaugeYears? Years { get; private set; }

    /// <summary>Gets a value indicating whether there is an archive that can have the gauge's record.</summary>
    public bool CanHaveYears => HasDays && histories.HasArchive && !IsUnrecorded;

    public bool HasDays => Site is { } site && GaugeHistory.HasDays(site.Id);

    /// <summary>Gets a value indicating whether the site serves a recording without any history of this gauge, so that every window is empty.</summary>
    public bool IsUnrecorded => recording is not null && !recording.HasHistory(Site!.Id, HistoryParameter.Rain) && !recording.HasHistory(Site.Id, HistoryParameter.RainDaily);

    /// <summary>Gets the window to suggest: the last 24 hours, or yesterday where only the daily totals were recorded.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) DefaultWindow =>
        recording is null || recording.HasHistory(Site!.Id, HistoryParameter.Rain)
            ? (Now.AddDays(-1), Now)
            : (CentralTime.StartOfDay(CentralTime.DayOf(Now).AddDays(-1)), CentralTime.StartOfDay(CentralTime.DayOf(Now)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        RainfallReport? report = await store.GetAsync(cancellationToken);
        SiteReport? sites = await network.GetSitesAsync(cancellationToken);
        HasReport = report is not null || sites is not null;
        if (!HasReport)
        {
            Response.SetUnavailable();
            return;
        }

        if (SiteId.TryParse(Requested, out SiteId id))
        {
            Gauge = report?.Find(id);
            Reading = sites?.Find(id);
            Lake = (await network.GetLakesAsync(cancellationToken))?.Find(id);
            Site = Gauge?.Site ?? Reading?.Site ?? Lake?.Site;
        }

        if (Site is not null)
        {
            await ReadHistoryAsync(Site, cancellationToken);
        }
        else
        {
            Suggestions = report is null ? [] : GaugeSuggestions.For(report, Requested ?? "");
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ReadHistoryAsync(Site site, CancellationToken cancellationToken)
    {
        if (Gauge is null || !GaugeHistory.HasAccumulated(site.Id))
        {
            return;
        }

        DaySpan span = DaySpan.Read(Request.Query, CentralTime.DayOf(Now), HasDays);
        History = await reader.GetBarsAsync(site, span, cancellationToken);
        if (RainWindow.Read(Request.Query, Now) is { } window)
        {
            Window = await reader.GetTotalAsync(site, window, cancellationToken);
        }

        if (HasDays && RequestedComparison is "year" or "month")
        {
            Comparison = await reader.CompareAsync(site, wholeYear: RequestedComparison is "year", cancellationToken);
        }

        if (CanHaveYears && span.Problem == SpanProblem.None)
        {
            Years = await GaugeYears.ReadAsync(histories, site.Id, CentralTime.DayOf(Now), cancellationToken);
        }

        if (new[] { History.Delay, Window?.Delay, Comparison?.Delay }.Any(delay => delay is not (null or HistoryDelay.None or HistoryDelay.NoArchive)) || History.Failure is not null)
        {
            IncompleteResponse.Mark(HttpContext);
        }

        if (span.Problem != SpanProblem.None || Window is { Window.Problem: not SpanProblem.None })
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
