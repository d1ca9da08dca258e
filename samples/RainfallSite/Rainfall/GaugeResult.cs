using Lcra.Hydromet;
using RainfallSite.Climate;
using RainfallSite.Hyetographs;
using RainfallSite.Rivers;

namespace RainfallSite.Rainfall;

/// <summary>What the page shows of one gauge.</summary>
internal sealed class GaugeResult(RainfallReport report, SiteReport? sites, StageLog log, RainfallGauge gauge, RainfallPeriod period, DateTimeOffset now)
{
    private const int NearestCount = 5;
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(1);

    public Site Site { get; } = gauge.Site;

    public RainfallTotal Total { get; } = gauge[period];

    public DateTimeOffset Now { get; } = now;

    /// <summary>Gets how unusual the total is; null where there is nothing to say.</summary>
    public Rarity? Rarity { get; init; }

    public IReadOnlyList<RainfallTotal> Rolling { get; } = OfKind(gauge, RainfallPeriodKind.Rolling);

    public IReadOnlyList<RainfallTotal> Calendar { get; } = OfKind(gauge, RainfallPeriodKind.Calendar);

    /// <summary>Gets the total of the last hour; null when it says nothing about now.</summary>
    public RainfallTotal? LastHour => gauge.IsReporting && !IsOldReport && !IsOldReading && gauge[RainfallPeriod.OneHour] is { Inches: not null } hour ? hour : null;

    /// <summary>Gets the total of the last 24 hours.</summary>
    public RainfallTotal Day { get; } = gauge[RainfallPeriod.TwentyFourHours];

    /// <summary>Gets when the rain of the last 24 hours fell; empty when that is not known.</summary>
    public IReadOnlyList<RainStep> Steps { get; init; } = [];

    /// <summary>Gets the river gauges nearby; empty when there are none or the coordinates are unknown.</summary>
    public IReadOnlyList<NearbyStage> Stages { get; } = NearbyStage.Around(gauge.Site, sites, log);

    /// <summary>Gets the gauges around this one; empty when the site's coordinates are unknown.</summary>
    public IReadOnlyList<NearbyGauge> Nearest { get; } = gauge.Site is { Latitude: { } latitude, Longitude: { } longitude }
        ? [.. report.Nearest(latitude, longitude, NearestCount + 1).Where(nearby => nearby.Gauge.Site.Id != gauge.Site.Id).Take(NearestCount)]
        : [];

    /// <summary>Gets a value indicating whether the report is so old that it says nothing about now.</summary>
    public bool IsOldReport => Now - Total.Source.ReportedAt > FeedStatus.StaleAfter;

    /// <summary>Gets a value indicating whether the total is one of a past day that LCRA publishes for its own gauges only.</summary>
    public bool LacksDailyTotals => !Site.Id.IsLcra && Total is { Missing: MissingReason.NotInFeed } && Total.Period.Feed == HydrometFeed.FiveDayRainfall;

    public bool IsOldReading => Total.ObservedAt is { } read && Now - read > OldReading;

    /// <summary>Gets a value indicating whether the gauge is known to report now.</summary>
    public bool IsReporting { get; } = gauge.IsReporting;

    private static RainfallTotal[] OfKind(RainfallGauge gauge, RainfallPeriodKind kind) =>
        [.. gauge.Totals.Where(total => total.Period.Kind == kind)];
}
