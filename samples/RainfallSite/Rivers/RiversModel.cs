using Lcra.Hydromet;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RainfallSite.Network;

namespace RainfallSite.Rivers;

/// <summary>How high the rivers stand, the most urgent first.</summary>
internal sealed class RiversModel(NetworkStore store, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public SiteReport? Report { get; private set; }

    /// <summary>Gets the rivers whose stage can be held against a threshold.</summary>
    public IReadOnlyList<RiverGauge> Judged { get; private set; } = [];

    /// <summary>Gets the rivers with a stage or a flow and no threshold to judge them by.</summary>
    public IReadOnlyList<RiverGauge> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Report = await store.GetSitesAsync(cancellationToken);
        if (Report is null)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "30";
            return;
        }

        RiverGauge[] rivers =
        [
            .. Report.Sites
                .Where(reading => reading.Site.Kind == SiteKind.River && IsWatched(reading))
                .Select(reading => new RiverGauge(reading))
                .OrderBy(river => river.State)
                .ThenBy(river => river.FeetToFirst ?? decimal.MaxValue)
                .ThenBy(river => river.Reading.Site.Name, StringComparer.OrdinalIgnoreCase),
        ];
        Judged = [.. rivers.Where(HasThreshold)];
        Others = [.. rivers.Where(river => !HasThreshold(river))];
    }

    private static bool IsWatched(SiteReading reading) =>
        reading.StageFeet is not null || reading.DischargeCubicFeetPerSecond is not null || reading.BankfullStageFeet is not null || reading.FloodStageFeet is not null;

    private static bool HasThreshold(RiverGauge river) =>
        river.Reading.BankfullStageFeet is not null || river.Reading.FloodStageFeet is not null;
}
