using Lcra.Hydromet;

namespace RainfallSite.Network;

/// <summary>The newest all-sites answer and lake levels.</summary>
internal sealed class NetworkStore(HydrometClient client)
{
    public async Task<SiteReport?> GetSitesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetSitesAsync(cancellationToken);
        }
        catch (HydrometException)
        {
            return null;
        }
    }

    public async Task<LakeReport?> GetLakesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetLakeLevelsAsync(cancellationToken);
        }
        catch (HydrometException)
        {
            return null;
        }
    }
}
