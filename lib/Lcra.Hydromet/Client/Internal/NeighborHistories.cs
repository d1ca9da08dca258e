using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet.Client.Internal;

/// <summary>Requests the neighbors of a gauge around its extreme days alone: their whole histories would be 63 requests each.</summary>
internal static class NeighborHistories
{
    private const int MaxGauges = 8;
    private const int EnoughGauges = 3;

    /// <summary>Gets the gauge with its coordinates, and what its nearest neighbors measured around each day.</summary>
    public static async Task<(Site Site, IReadOnlyList<GaugeDailyRainfall> Neighbors)> GetAsync(
        IHydrometClient client, SiteId site, IReadOnlyList<DateOnly> days, CancellationToken cancellationToken)
    {
        SiteReport report = await client.GetSitesAsync(cancellationToken).ConfigureAwait(false);
        if (report.Find(site)?.Site is not { Latitude: { } latitude, Longitude: { } longitude } gauge)
        {
            return (report.Find(site)?.Site ?? new Site { Id = site, Name = site.Number }, []);
        }

        Site[] near =
        [
            .. report.Sites
                .Where(reading => reading is { MeasuresRain: true, Site: { Latitude: not null, Longitude: not null } } && reading.Site.Id.IsLcra && reading.Site.Id != site)
                .Select(reading => (reading.Site, Kilometers: Geodesy.DistanceKilometers(latitude, longitude, reading.Site.Latitude!.Value, reading.Site.Longitude!.Value)))
                .Where(found => found.Kilometers <= (double)RainfallNeighborQuality.MaxDistanceKilometers)
                .OrderBy(found => found.Kilometers)
                .Select(found => found.Site)
                .Take(MaxGauges),
        ];
        Dictionary<SiteId, List<DailyRainfall>> known = near.ToDictionary(one => one.Id, _ => new List<DailyRainfall>());
        foreach (DateOnly day in days)
        {
            int found = 0;
            foreach (Site neighbor in near.TakeWhile(_ => found < EnoughGauges))
            {
                List<DailyRainfall> around = await client.GetDailyRainfallAsync(neighbor.Id, day.AddDays(-1), day.AddDays(1), cancellationToken)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
                known[neighbor.Id].AddRange(around);
                found += around.Exists(one => one.Day == day && one is { Inches: >= 0, IsPartial: false }) ? 1 : 0;
            }
        }

        return (gauge, [.. near.Select(one => new GaugeDailyRainfall { Site = one, Days = known[one.Id] })]);
    }
}
