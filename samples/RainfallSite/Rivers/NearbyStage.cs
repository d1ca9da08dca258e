using Lcra.Hydromet;
using RainfallSite.Formatting;

namespace RainfallSite.Rivers;

/// <summary>A river gauge near a rain gauge.</summary>
/// <param name="Way">Where it is from there.</param>
/// <param name="River">Its stage.</param>
internal sealed record NearbyStage(Way Way, RiverGauge River)
{
    private const int Count = 3;
    private const decimal MaxKilometers = 40m;

    /// <summary>Finds the nearest river gauges with a fresh stage, whether they measure rain or not: three of them, and the nearest with a flood stage if none of the three has one.</summary>
    public static IReadOnlyList<NearbyStage> Around(Site site, SiteReport? sites, StageLog log)
    {
        if (sites is null || site is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return [];
        }

        Coordinates from = new(latitude, longitude);
        NearbyStage[] all =
        [
            .. sites.Sites
                .Where(reading => reading is { Site: { Kind: SiteKind.River, Latitude: not null, Longitude: not null }, StageFeet: not null, IsStale: false })
                .Select(reading => new NearbyStage(Way.Between(from, new Coordinates(reading.Site.Latitude!.Value, reading.Site.Longitude!.Value)), new RiverGauge(reading, log.TrendOf(reading))))
                .Where(stage => stage.Way.Kilometers <= MaxKilometers)
                .OrderBy(stage => stage.Way.Kilometers)
                .ThenBy(stage => stage.River.Reading.Site.Id.ToString(), StringComparer.Ordinal),
        ];
        NearbyStage[] first = [.. all.Take(Count)];
        return Array.Exists(first, HasFloodStage) || Array.Find(all, HasFloodStage) is not { } next ? first : [.. first, next];
    }

    private static bool HasFloodStage(NearbyStage stage) => stage.River.Reading.FloodStageFeet is not null;
}
