using Microsoft.Extensions.Logging;

namespace Lcra.Hydromet.Internal;

/// <summary>Tells meters and logs what became of the feeds of one client.</summary>
internal sealed class FeedObserver(HydrometMetrics metrics, ILogger logger, string host, TimeProvider clock)
{
    public void Broken(HydrometFeed feed, HydrometException failure) =>
        logger.FeedBroken(feed.Name, failure.Kind, (int?)failure.StatusCode);

    public void ReadHistory(HydrometFeed feed, int records) => metrics.CountRows(feed, records);

    public FeedResult Read(FeedResponse answer, FeedDefinition definition, FeedRow[]? alike, FeedTable? earlier)
    {
        FeedResult result = answer.Read(definition, alike, earlier);
        if (result.Failure is { } failure)
        {
            Broken(result.Feed, failure);
        }
        else if (!answer.IsUnchanged && result.Table is { } table)
        {
            Read(table.ToStatus(), table.Findings.Findings.Count);
        }

        return result;
    }

    public SiteReport ReadSites(FeedResponse answer, SiteReport? earlier)
    {
        try
        {
            SiteReport report = SiteFeed.Read(answer, earlier);
            if (report.Feed.Failure is { } failure)
            {
                Broken(report.Feed.Feed, failure);
            }
            else if (!answer.IsUnchanged)
            {
                Read(report.Feed, report.Findings.Count);
            }

            return report;
        }
        catch (HydrometException failure)
        {
            Broken(HydrometFeed.AllSites, failure);
            throw;
        }
    }

    private void Read(FeedStatus status, int findings)
    {
        metrics.RecordFeed(status, host, clock);
        logger.FeedRead(status.Feed.Name, status.ReportedAt, status.RowCount);
        if (findings > 0)
        {
            logger.FindingsMade(status.Feed.Name, findings, status.UnreadableValueCount, status.SkippedRowCount);
        }
    }
}
