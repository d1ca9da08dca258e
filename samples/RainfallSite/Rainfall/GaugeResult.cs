using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>What the page shows of one gauge.</summary>
internal sealed class GaugeResult(RainfallReport report, RainfallGauge gauge, RainfallPeriod period, DateTimeOffset now)
{
    private const int NearestCount = 5;
    private const decimal FarKilometers = 25m;
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(1);

    public Site Site { get; } = gauge.Site;

    public RainfallTotal Total { get; } = gauge[period];

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<RainfallTotal> Rolling { get; } = OfKind(gauge, RainfallPeriodKind.Rolling);

    public IReadOnlyList<RainfallTotal> Calendar { get; } = OfKind(gauge, RainfallPeriodKind.Calendar);

    /// <summary>Gets the gauges around this one, or around the visitor's place; empty when the site's coordinates are unknown.</summary>
    public IReadOnlyList<NearbyGauge> Nearest { get; private init; } = gauge.Site is { Latitude: { } latitude, Longitude: { } longitude }
        ? [.. report.Nearest(latitude, longitude, NearestCount + 1).Where(nearby => nearby.Gauge.Site.Id != gauge.Site.Id).Take(NearestCount)]
        : [];

    /// <summary>Gets the place that the visitor searched from; null when the gauge was requested by name.</summary>
    public Coordinates? Origin { get; private init; }

    /// <summary>Gets the gauge with its distance from <see cref="Origin"/>; null when the gauge was requested by name.</summary>
    public NearbyGauge? Nearby { get; private init; }

    public bool IsFar => Nearby?.DistanceKilometers > FarKilometers;

    /// <summary>Gets a value indicating whether the report is so old that it says nothing about now.</summary>
    public bool IsOldReport => Now - Total.Source.ReportedAt > FeedStatus.StaleAfter;

    /// <summary>Gets a value indicating whether the total is one of a past day that LCRA publishes for its own gauges only.</summary>
    public bool LacksDailyTotals => !Site.Id.IsLcra && Total is { Missing: MissingReason.NotInFeed } && Total.Period.Feed == HydrometFeed.FiveDayRainfall;

    public bool IsOldReading => Total.ObservedAt is { } read && Now - read > OldReading;

    /// <summary>Gets a value indicating whether the gauge is known to report now.</summary>
    public bool IsReporting { get; } = gauge.IsReporting;

    /// <summary>Finds the nearest reporting gauge that has a total; null when there is none.</summary>
    public static GaugeResult? Near(Coordinates place, RainfallReport report, RainfallPeriod period, DateTimeOffset now)
    {
        IReadOnlyList<NearbyGauge> nearest = report.Nearest(place.Latitude, place.Longitude, report.Gauges.Count);
        return nearest.FirstOrDefault(nearby => nearby.IsReporting && nearby.Gauge[period].Missing is null) is { } found
            ? new GaugeResult(report, found.Gauge, period, now)
            {
                Origin = place,
                Nearby = found,
                Nearest = [.. nearest.Where(nearby => nearby != found).Take(NearestCount)],
            }
            : null;
    }

    private static RainfallTotal[] OfKind(RainfallGauge gauge, RainfallPeriodKind kind) =>
        [.. gauge.Totals.Where(total => total.Period.Kind == kind)];
}
