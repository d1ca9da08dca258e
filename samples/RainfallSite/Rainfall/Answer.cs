using Lcra.Hydromet;

namespace RainfallSite.Rainfall;

/// <summary>What the page shows of one gauge.</summary>
internal sealed class Answer(RainfallReport report, RainfallGauge gauge, RainfallPeriod period, DateTimeOffset now)
{
    private const int NearestCount = 5;
    private const decimal FarKilometers = 25m;
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(1);

    public Site Site { get; } = gauge.Site;

    public RainfallTotal Total { get; } = gauge[period];

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<RainfallTotal> Rolling { get; } = Of(gauge, RainfallPeriodKind.Rolling);

    public IReadOnlyList<RainfallTotal> Calendar { get; } = Of(gauge, RainfallPeriodKind.Calendar);

    /// <summary>Gets the gauges around this one, or around the visitor's place; none when the site's place is not known.</summary>
    public IReadOnlyList<NearbyGauge> Nearest { get; private init; } = gauge.Site is { Latitude: { } latitude, Longitude: { } longitude }
        ? [.. report.Nearest(latitude, longitude, NearestCount + 1).Where(nearby => nearby.Gauge.Site.Id != gauge.Site.Id).Take(NearestCount)]
        : [];

    /// <summary>Gets the place that the gauge was looked for from; null when it was asked for by name.</summary>
    public Place? From { get; private init; }

    /// <summary>Gets the gauge as seen from there.</summary>
    public NearbyGauge? Seen { get; private init; }

    public bool IsFar => Seen?.DistanceKilometers > FarKilometers;

    public bool IsOldReading => Total.ObservedAt is { } read && Now - read > OldReading;

    /// <summary>Gets a value indicating whether the gauge is known to report now.</summary>
    public bool IsReporting { get; } = gauge.IsReporting;

    /// <summary>Answers for a place: from the nearest gauge that reports. Null when there is none.</summary>
    public static Answer? Near(Place place, RainfallReport report, RainfallPeriod period, DateTimeOffset now)
    {
        IReadOnlyList<NearbyGauge> nearest = report.Nearest(place.Latitude, place.Longitude, report.Gauges.Count);
        return nearest.FirstOrDefault(nearby => nearby.IsReporting && nearby.Gauge[period].Missing is null) is { } seen
            ? new Answer(report, seen.Gauge, period, now) { From = place, Seen = seen, Nearest = [.. nearest.Where(nearby => nearby != seen).Take(NearestCount)] }
            : null;
    }

    private static RainfallTotal[] Of(RainfallGauge gauge, RainfallPeriodKind kind) =>
        [.. gauge.Totals.Where(total => total.Period.Kind == kind)];
}
