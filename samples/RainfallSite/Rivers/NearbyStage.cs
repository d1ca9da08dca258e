using Lcra.Hydromet;

namespace RainfallSite.Rivers;

/// <summary>A river gauge near a rain gauge.</summary>
/// <param name="Nearby">Where it is from there.</param>
/// <param name="River">Its stage.</param>
internal sealed record NearbyStage(NearbyGauge Nearby, RiverGauge River)
{
    private const int Count = 3;
    private const decimal MaxKilometers = 40m;

    /// <summary>Finds the nearest river gauges that also measure rain and have a fresh stage: three of them, and the nearest with a flood stage if none of the three has one.</summary>
    public static IReadOnlyList<NearbyStage> Around(Site site, RainfallReport report, SiteReport? sites, StageLog log)
    {
        if (sites is null || site is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return [];
        }

        NearbyStage[] all =
        [
            .. report.Nearest(latitude, longitude, report.Gauges.Count)
                .TakeWhile(nearby => nearby.DistanceKilometers <= MaxKilometers)
                .Where(nearby => nearby.IsReporting && nearby.Gauge.Site.Kind == SiteKind.River)
                .Select(nearby => (nearby, Reading: sites.Find(nearby.Gauge.Site.Id)))
                .Where(pair => pair.Reading is { StageFeet: not null, IsStale: false })
                .Select(pair => new NearbyStage(pair.nearby, new RiverGauge(pair.Reading!, log.TrendOf(pair.Reading!)))),
        ];
        NearbyStage[] first = [.. all.Take(Count)];
        return Array.Exists(first, HasFloodStage) || Array.Find(all, HasFloodStage) is not { } next ? first : [.. first, next];
    }

    private static bool HasFloodStage(NearbyStage stage) => stage.River.Reading.FloodStageFeet is not null;
}
