namespace Lcra.Hydromet.CommandLine;

/// <summary>Reports, with the all-sites response where a question needs it; a feed that fails keeps its earlier rows.</summary>
internal sealed class ReportSource(HydrometClient client, bool joined)
{
    private RainfallReport? _report;

    public static bool NeedsSites(SiteId site, RainfallPeriod period) => !site.IsLcra || period.Feed == HydrometFeed.AllSites;

    /// <summary>Requests the coordinates where only they tell whether a large amount is isolated; without them the total stays as it is.</summary>
    public async Task<RainfallTotal> ResolveIsolationAsync(RainfallTotal total, CancellationToken cancellationToken)
    {
        if (total.Inches is not > 1 || total.Period.Kind != RainfallPeriodKind.Rolling || _report is not { Scope: RainfallScope.CsvFeeds } report)
        {
            return total;
        }

        try
        {
            return report.Join(await client.GetSitesAsync(cancellationToken)).Total(total.Site.Id, total.Period) ?? total;
        }
        catch (HydrometException)
        {
            return total;
        }
    }

    public async ValueTask<RainfallReport> GetAsync(CancellationToken cancellationToken) => _report = _report is null
        ? await client.GetRainfallAsync(joined ? RainfallScope.AllFeeds : RainfallScope.CsvFeeds, cancellationToken)
        : await client.RefreshRainfallAsync(_report, cancellationToken);
}
