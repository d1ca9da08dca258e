using Lcra.Hydromet.Feeds.Internal;
using Microsoft.Extensions.Logging;

namespace Lcra.Hydromet.Telemetry.Internal;

/// <summary>Writes what became of the feeds of one client to meters and logs.</summary>
internal sealed class FeedObserver(HydrometMetrics metrics, ILogger logger, string host, TimeProvider clock)
{
    public void ReadFailed(HydrometFeed feed, HydrometException failure) =>
        logger.FeedBroken(feed.Name, failure.Kind, (int?)failure.StatusCode);

    /// <summary>Observes one window of a history.</summary>
    /// <param name="feed">The history.</param>
    /// <param name="records">How many records it has.</param>
    /// <param name="findings">How many findings there are about its records.</param>
    public void HistoryRead(HydrometFeed feed, int records, int findings)
    {
        metrics.CountRows(feed, records);
        if (findings > 0)
        {
            logger.FindingsMade(feed.Name, findings, findings, 0);
        }
    }

    /// <summary>Observes the rows of a CSV feed and hands them on.</summary>
    public FeedResult Observe(FeedResponse response, FeedResult result)
    {
        if (result.Failure is { } failure)
        {
            ReadFailed(result.Feed, failure);
        }
        else if (result.Table is { } table)
        {
            Observe(response, table.ToStatus(), table.Findings.Findings.Count);
        }

        return result;
    }

    /// <summary>Observes a feed that was read, or that the server says is unchanged.</summary>
    public void Observe(FeedResponse response, FeedStatus status, int findings)
    {
        if (status.Failure is { } failure)
        {
            ReadFailed(status.Feed, failure);
        }
        else if (!response.IsUnchanged)
        {
            metrics.RecordFeed(status, host, clock);
            logger.FeedRead(status.Feed.Name, status.ReportedAt, status.RowCount);
            if (findings > 0)
            {
                logger.FindingsMade(status.Feed.Name, findings, status.UnreadableValueCount, status.SkippedRowCount);
            }
        }
    }
}
