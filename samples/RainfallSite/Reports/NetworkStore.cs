using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The all-sites report and the lake levels that every visitor is served from. The cache refreshes them in the background.</summary>
internal sealed class NetworkStore(HydrometCache cache, FirstAttempt first)
{
    /// <summary>Gets the newest all-sites report; null when there is none.</summary>
    public SiteReport? CurrentSites => cache.CurrentSites;

    /// <summary>Gets the newest lake levels; null when there are none.</summary>
    public LakeReport? CurrentLakes => cache.CurrentLakeLevels;

    /// <summary>Gets a text that changes with each all-sites report and each report of lake levels.</summary>
    public string Revision => string.Create(CultureInfo.InvariantCulture, $"{Fetched(cache.CurrentSites?.Feed)} {Fetched(cache.CurrentLakeLevels?.Feed)}");

    /// <summary>Gets the newest all-sites report; null when there is none. It never waits for a server that does not respond.</summary>
    public ValueTask<SiteReport?> GetSitesAsync(CancellationToken cancellationToken) => first.GetAsync(static cache => cache.CurrentSites, cancellationToken);

    /// <summary>Gets the newest lake levels; null when there are none. It never waits for a server that does not respond.</summary>
    public ValueTask<LakeReport?> GetLakesAsync(CancellationToken cancellationToken) => first.GetAsync(static cache => cache.CurrentLakeLevels, cancellationToken);

    private static string? Fetched(FeedStatus? feed) => feed is null ? null : string.Create(CultureInfo.InvariantCulture, $"{feed.FetchedAt?.UtcTicks}{(feed.Failure is null ? "" : "!")}");
}
