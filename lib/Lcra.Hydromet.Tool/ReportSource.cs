namespace Lcra.Hydromet.CommandLine;

/// <summary>Reports, joined with the all-sites feed where a command needs it. A feed that fails has its earlier rows.</summary>
internal sealed class ReportSource(HydrometClient client, bool joined)
{
    private RainfallReport? _rainfall;
    private SiteReport? _sites;

    public static bool NeedsSites(SiteId site, RainfallPeriod period) => !site.IsLcra || period.Feed == HydrometFeed.AllSites;

    public async ValueTask<RainfallReport> GetAsync(CancellationToken cancellationToken)
    {
        _rainfall = _rainfall is null ? await client.GetRainfallAsync(cancellationToken) : await client.RefreshRainfallAsync(_rainfall, cancellationToken);
        if (!joined)
        {
            return _rainfall;
        }

        _sites = _sites is null ? await client.GetSitesAsync(cancellationToken) : await client.RefreshSitesAsync(_sites, cancellationToken);
        return _rainfall.Join(_sites);
    }
}
