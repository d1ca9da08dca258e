using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>The gauges around a place. One alone would be the wrong answer where another is as near.</summary>
/// <param name="Place">The place.</param>
/// <param name="Nearest">The three nearest reporting gauges that have an amount, nearest first; fewer when there are no more.</param>
/// <param name="Passed">The gauges that are nearer than the last of them and don't report, or have no amount.</param>
internal sealed record PlaceGauges(Place Place, IReadOnlyList<NearbyGauge> Nearest, IReadOnlyList<NearbyGauge> Passed)
{
    private const int Count = 3;
    private const int MaxPassed = 3;
    private const decimal FarKilometers = 25m;
    private const decimal OutOfReachKilometers = 40m;

    /// <summary>Gets a value indicating whether rain at the nearest gauge says little about the place.</summary>
    public bool IsFar => Nearest is [{ DistanceKilometers: > FarKilometers }, ..];

    /// <summary>Gets a value indicating whether the network doesn't reach the place.</summary>
    public bool IsOutOfReach => Nearest is [{ DistanceKilometers: > OutOfReachKilometers }, ..];

    /// <summary>Gets the same place west of Greenwich, for coordinates that lost their minus; null when they have one.</summary>
    public Coordinates? Mirrored => Place.Position.Longitude > 0 ? new(Place.Position.Latitude, -Place.Position.Longitude) : null;

    /// <summary>Finds the gauges around a place with their totals of one period.</summary>
    public static PlaceGauges Around(Place place, RainfallReport report, RainfallPeriod period)
    {
        // Without the feed that has the positions there is nothing to measure.
        NearbyGauge[] all = report.Gauges.Any(gauge => gauge.Site.Latitude is not null) && IsRead(report)
            ? [.. report.Nearest(place.Position.Latitude, place.Position.Longitude, report.Gauges.Count)]
            : [];
        NearbyGauge[] nearest = [.. all.Where(HasAmount).Take(Count)];
        return new PlaceGauges(place, nearest, [.. all.TakeWhile(nearby => nearest.Length == 0 || nearby != nearest[^1]).Where(nearby => !HasAmount(nearby)).Take(MaxPassed)]);

        bool HasAmount(NearbyGauge nearby) => nearby.IsReporting && nearby.Gauge[period].Missing is null;
    }

    private static bool IsRead(RainfallReport report) => report.Feeds.Any(feed => feed.Feed == HydrometFeed.AllSites && feed.IsAvailable);
}
