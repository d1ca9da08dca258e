using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Watching.Internal;

/// <summary>What is known from the reports so far, and what a new one changes.</summary>
/// <param name="thresholds">The thresholds.</param>
/// <param name="feeds">The feeds of the reports, until the first one tells.</param>
internal sealed class ReportTracker(RainfallThreshold[] thresholds, IReadOnlyList<HydrometFeed> feeds)
{
    private IReadOnlyList<HydrometFeed> _feeds = feeds;

    private readonly Dictionary<SiteId, GaugeTracker> _gauges = [];
    private readonly HashSet<HydrometFeed> _down = [];
    private readonly HashSet<RainfallThreshold> _over = [];
    private readonly Dictionary<HydrometFeed, DateTimeOffset> _newest = [];

    public List<RainfallChange> Update(RainfallReport report, DateTimeOffset now)
    {
        List<RainfallChange> changes = [];
        _feeds = [.. report.Feeds.Select(feed => feed.Feed)];
        foreach (FeedStatus feed in report.Feeds)
        {
            Judge(feed.Feed, feed.IsStaleAt(now), feed.Failure, changes);
        }

        HydrometFeed[] old = [.. report.Feeds.Where(feed => IsOld(feed, now)).Select(feed => feed.Feed)];
        foreach (RainfallGauge gauge in report.Gauges.Where(gauge => !old.Contains(FeedOf(gauge))))
        {
            if (!_gauges.TryGetValue(gauge.Site.Id, out GaugeTracker? memory))
            {
                _gauges.Add(gauge.Site.Id, memory = new GaugeTracker());
            }

            DateTimeOffset? reportedAt = report.Feeds.FirstOrDefault(status => status.Feed == FeedOf(gauge))?.ReportedAt;
            memory.Update(gauge, reportedAt > now ? now : reportedAt, ReportCycle.NewestReading(reportedAt, now), changes);
        }

        changes.AddRange(thresholds.Select(threshold => Judge(threshold, report, old)).OfType<RainfallChange>());
        return changes;
    }

    public List<RainfallChange> Fail(HydrometException failure)
    {
        List<RainfallChange> changes = [];
        foreach (HydrometException cause in Causes(failure))
        {
            foreach (HydrometFeed feed in cause.Feed is { } only ? [only] : _feeds)
            {
                Judge(feed, down: true, cause, changes);
            }
        }

        return changes;
    }

    // A cache wraps the failure of a refresh, and a report without any feed has the failure of each.
    private static IEnumerable<HydrometException> Causes(HydrometException failure) => failure.InnerException switch
    {
        AggregateException { InnerExceptions: [HydrometException, ..] } all => all.InnerExceptions.OfType<HydrometException>(),
        HydrometException inner => Causes(inner),
        _ => [failure],
    };

    private static HydrometFeed FeedOf(RainfallGauge gauge) => gauge.Site.Id.IsLcra ? HydrometFeed.Rainfall : HydrometFeed.AllSites;

    // An older report than one before tells no changes, unless that one was of the future.
    private bool IsOld(FeedStatus feed, DateTimeOffset now)
    {
        DateTimeOffset newest = _newest.GetValueOrDefault(feed.Feed);
        bool isOld = feed.ReportedAt < newest && newest <= now + ReportCycle.ClockSkew;
        _newest[feed.Feed] = isOld ? newest : feed.ReportedAt ?? newest;
        return isOld;
    }

    private void Judge(HydrometFeed feed, bool down, HydrometException? failure, List<RainfallChange> changes)
    {
        if (down ? _down.Add(feed) : _down.Remove(feed))
        {
            changes.Add(new RainfallChange
            {
                Kind = down ? RainfallChangeKind.FeedDown : RainfallChangeKind.FeedUp,
                Feed = feed,
                Failure = failure,
            });
        }
    }

    private RainfallChange? Judge(RainfallThreshold threshold, RainfallReport report, HydrometFeed[] old)
    {
        if (report.Find(threshold.Site)?[threshold.Period] is not { Inches: { } inches } total || old.Contains(total.Source.Feed))
        {
            return null;
        }

        bool crossed = inches > threshold.OverInches && _over.Add(threshold);
        bool cleared = inches < threshold.ClearsBelowInches && _over.Remove(threshold);
        return crossed || cleared
            ? new RainfallChange
            {
                Kind = crossed ? RainfallChangeKind.ThresholdCrossed : RainfallChangeKind.ThresholdCleared,
                Site = total.Site,
                Inches = inches,
                From = total.Start,
                To = total.End,
                Total = total,
                Threshold = threshold,
            }
            : null;
    }
}
