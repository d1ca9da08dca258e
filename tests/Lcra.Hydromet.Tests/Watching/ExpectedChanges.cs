using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Tests.Watching;

/// <summary>What a watch must tell of reports whose amounts only rise within a day, as text.</summary>
internal sealed class ExpectedChanges(RainfallThreshold[] thresholds)
{
    private readonly HashSet<HydrometFeed> _down = [];
    private readonly HashSet<RainfallThreshold> _over = [];
    private readonly Dictionary<SiteId, bool> _silent = [];
    private readonly Dictionary<SiteId, DateTimeOffset> _read = [];
    private readonly Dictionary<SiteId, RainfallTotal> _day = [];
    private DateTimeOffset _newest;

    public static string TextOf(RainfallChange change) => Text(change.Kind, change.Site?.Id, change.Feed, change.Kind == RainfallChangeKind.NewRain ? change.Inches : null);

    public List<string> Fail(HydrometFeed? failed) =>
        [.. new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall }.Where(feed => (failed is null || feed == failed) && _down.Add(feed)).Select(feed => Text(RainfallChangeKind.FeedDown, feed: feed))];

    public List<string> Of(RainfallReport report, DateTimeOffset now)
    {
        List<string> texts = [];
        foreach (FeedStatus feed in report.Feeds)
        {
            bool isDown = feed.IsStaleAt(now);
            if (isDown ? _down.Add(feed.Feed) : _down.Remove(feed.Feed))
            {
                texts.Add(Text(isDown ? RainfallChangeKind.FeedDown : RainfallChangeKind.FeedUp, feed: feed.Feed));
            }
        }

        DateTimeOffset reported = report.Feeds[0].ReportedAt!.Value;
        if (reported < _newest && _newest <= now + ReportCycle.ClockSkew)
        {
            return texts;
        }

        _newest = reported;
        texts.AddRange(report.Gauges.SelectMany(gauge => Of(gauge, reported, now)));
        texts.AddRange(thresholds.Select(threshold => Of(threshold, report)).OfType<string>());
        return texts;
    }

    private static string Text(RainfallChangeKind kind, SiteId? site = null, HydrometFeed? feed = null, decimal? inches = null) => FormattableString.Invariant($"{kind} {site}{feed} {inches}");

    private IEnumerable<string> Of(RainfallGauge gauge, DateTimeOffset reported, DateTimeOffset now)
    {
        SiteId site = gauge.Site.Id;
        if (gauge.ObservedAt is { } read && read <= ReportCycle.NewestReading(reported, now) && !(read < _read.GetValueOrDefault(site)))
        {
            _read[site] = read;
        }

        if (_read.TryGetValue(site, out DateTimeOffset last))
        {
            bool isSilent = (reported < now ? reported : now) - last > TimeSpan.FromHours(1);
            if (_silent.TryGetValue(site, out bool was) && was != isSilent)
            {
                yield return Text(isSilent ? RainfallChangeKind.GaugeSilent : RainfallChangeKind.GaugeReporting, site);
            }

            _silent[site] = isSilent;
        }

        if (gauge[RainfallPeriod.SinceMidnight] is not { Inches: { } inches } total || (_day.TryGetValue(site, out RainfallTotal? before) && total.ObservedAt < before.ObservedAt))
        {
            yield break;
        }

        _day[site] = total;
        if (before is not null && before.Start != total.Start)
        {
            yield return Text(RainfallChangeKind.Reset, site);
        }

        decimal known = before is null ? inches : before.Start == total.Start ? before.Inches!.Value : 0;
        if (inches > known)
        {
            yield return Text(RainfallChangeKind.NewRain, site, inches: inches - known);
        }
    }

    private string? Of(RainfallThreshold threshold, RainfallReport report) =>
        report.Find(threshold.Site)?[threshold.Period].Inches is not { } inches ? null
        : inches > threshold.OverInches && _over.Add(threshold) ? Text(RainfallChangeKind.ThresholdCrossed, threshold.Site)
        : inches < threshold.ClearsBelowInches && _over.Remove(threshold) ? Text(RainfallChangeKind.ThresholdCleared, threshold.Site)
        : null;
}
