using Lcra.Hydromet;

namespace RainfallSite.Reports;

/// <summary>The all-sites report and the lake levels that every visitor is served from.</summary>
internal sealed class NetworkStore(HydrometCache cache)
{
    /// <summary>Gets the newest all-sites report; null when there is none.</summary>
    public Task<SiteReport?> GetSitesAsync(CancellationToken cancellationToken) => OrNullAsync(cache.GetSitesAsync(cancellationToken));

    /// <summary>Gets the newest lake levels; null when there are none.</summary>
    public Task<LakeReport?> GetLakesAsync(CancellationToken cancellationToken) => OrNullAsync(cache.GetLakeLevelsAsync(cancellationToken));

    private static async Task<T?> OrNullAsync<T>(ValueTask<T> report)
        where T : class
    {
        try
        {
            return await report;
        }
        catch (HydrometException)
        {
            return null;
        }
    }
}
