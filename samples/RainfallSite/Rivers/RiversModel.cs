using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;
using RainfallSite.Shared;

namespace RainfallSite.Rivers;

/// <summary>River stages, the nearest to flood stage first.</summary>
[MadeFromReport(ListPage.QueryKey, "period", RainUnits.QueryKey)]
[AlsoMadeFrom(OtherSources.Stages)]
internal sealed class RiversModel(NetworkStore store, StageLog log) : PageModel
{
    /// <summary>Gets the part of the list to show.</summary>
    public ListPage ShownPage { get; private set; } = new(1);

    public SiteReport? Report { get; private set; }

    /// <summary>Gets the rivers with a threshold.</summary>
    public IReadOnlyList<RiverGauge> WithThreshold { get; private set; } = [];

    /// <summary>Gets the rivers with a stage or discharge and no threshold.</summary>
    public IReadOnlyList<RiverGauge> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await store.GetSitesAsync(cancellationToken);
        if (Report is null)
        {
            Response.SetUnavailable();
            return;
        }

        RiverGauge[] rivers =
        [
            .. Report.Sites
                .Where(reading => reading.Site.Kind == SiteKind.River && IsWatched(reading))
                .Select(reading => new RiverGauge(reading, log.TrendOf(reading)))
                .OrderBy(river => river.State == RiverState.NoStage)
                .ThenBy(river => river.FeetToFlood ?? decimal.MaxValue)
                .ThenBy(river => river.FeetToBankfull ?? decimal.MaxValue)
                .ThenBy(river => river.Reading.Site.Name, StringComparer.OrdinalIgnoreCase),
        ];
        WithThreshold = [.. rivers.Where(HasThreshold)];
        Others = [.. rivers.Where(river => !HasThreshold(river))];
        ShownPage = ListPage.Read(Request.Query).Within(rivers.Length);
    }

    private static bool IsWatched(SiteReading reading) =>
        reading.StageFeet is not null || reading.DischargeCubicFeetPerSecond is not null || reading.BankfullStageFeet is not null || reading.FloodStageFeet is not null;

    private static bool HasThreshold(RiverGauge river) =>
        river.Reading.BankfullStageFeet is not null || river.Reading.FloodStageFeet is not null;
}
