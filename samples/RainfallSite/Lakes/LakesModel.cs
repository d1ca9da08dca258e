using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Preferences;
using RainfallSite.Problems;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Lakes;

/// <summary>The levels of the Highland Lakes and of the water at their dams.</summary>
[MadeFromReport("period", RainUnits.QueryKey)]
internal sealed class LakesModel(NetworkStore store, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(2);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Gets LakeLevel.csv; null when it was never read.</summary>
    public LakeReport? Lakes { get; private set; }

    /// <summary>Gets the dams of the all-sites report that have a headwater elevation.</summary>
    public IReadOnlyList<SiteReading> Dams { get; private set; } = [];

    /// <summary>Gets the lakes whose newest level is at most a day old.</summary>
    public IReadOnlyList<LakeRow> Current { get; private set; } = [];

    /// <summary>Gets the lakes without a level of the last day.</summary>
    public IReadOnlyList<LakeRow> Old { get; private set; } = [];

    public bool IsOld(DateTimeOffset? read) => read is not { } time || Now - time > OldReading;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lakes = await store.GetLakesAsync(cancellationToken);
        SiteReport? sites = await store.GetSitesAsync(cancellationToken);
        Dams = [.. (sites?.Sites ?? []).Where(site => site.Site.Kind == SiteKind.Dam && site.HeadwaterElevationFeet is not null)];
        LakeRow[] rows = [.. (Lakes?.Lakes ?? []).Select(level => new LakeRow(level, sites?.Find(level.Site.Id), Now))];
        Current = [.. rows.Where(row => !row.IsOld)];
        Old = [.. rows.Where(row => row.IsOld)];
        if (Lakes is null && Dams.Count == 0)
        {
            Response.SetUnavailable();
        }
    }
}
