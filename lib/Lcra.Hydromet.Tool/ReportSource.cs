namespace Lcra.Hydromet.CommandLine;

/// <summary>Reports, with the all-sites response where a question needs it; a feed that fails keeps its earlier rows.</summary>
internal sealed class ReportSource(HydrometClient client, bool joined)
{
    private RainfallReport? _report;

    public static bool NeedsSites(SiteId site, RainfallPeriod period) => !site.IsLcra || period.Feed == HydrometFeed.AllSites;

    public async ValueTask<RainfallReport> GetAsync(CancellationToken cancellationToken) => _report = _report is null
        ? await client.GetRainfallAsync(joined ? RainfallScope.AllFeeds : RainfallScope.CsvFeeds, cancellationToken)
        : await client.RefreshRainfallAsync(_report, cancellationToken);
}
