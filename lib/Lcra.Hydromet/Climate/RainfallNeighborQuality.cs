using System.Globalization;
using Lcra.Hydromet.Climate.Internal;
using Lcra.Hydromet.History.Internal;
using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet;

/// <summary>Finds suspect days by comparison with neighboring gauges.</summary>
/// <remarks>
/// <para>A day is suspect when it is extreme at its gauge (<see cref="MinExtremeInches"/> or more) and the nearest gauges disagree: of the
/// up to three nearest within 30 miles that have an amount for that day, none has a tenth of it on the day before, the day or the day after.
/// The days around count because one storm can be on two dates at two gauges.</para>
/// <para>Where no gauge within 30 miles has that day, <see cref="DailyRainfallQuality"/> alone decides
/// (<see cref="RainfallFlagKind.IsolatedExtreme"/>), and the reason says that there is no neighbor to compare. Where neighbors have it and
/// agree, the day is not suspect, whatever the gauge's own record is like.</para>
/// </remarks>
public static class RainfallNeighborQuality
{
    /// <summary>The amount in inches from which a day is extreme. Such days are rare enough in Central Texas for a comparison.</summary>
    public const decimal MinExtremeInches = IsolatedExtremes.MinExtreme;

    /// <summary>The maximum distance of a neighbor in kilometers: 30 miles.</summary>
    public const decimal MaxDistanceKilometers = 48.28032m;

    private const int MaxNeighbors = 3;
    private const decimal AgreeingShare = 0.1m;
    private const double KilometersPerMile = 1.609344;

    /// <summary>Finds the suspect days of a gauge.</summary>
    /// <param name="gauge">The gauge.</param>
    /// <param name="neighbors">
    /// Other gauges, near and far. The gauge itself, gauges without coordinates and gauges beyond 30 miles are not compared.
    /// </param>
    /// <returns>The suspect days, oldest first.</returns>
    public static IReadOnlyList<SuspectDay> Check(GaugeDailyRainfall gauge, IEnumerable<GaugeDailyRainfall> neighbors)
    {
        ArgumentNullException.ThrowIfNull(gauge);
        ArgumentNullException.ThrowIfNull(neighbors);
        return Check(new GaugeRecord(gauge), neighbors.Select(neighbor => new GaugeRecord(neighbor)));
    }

    /// <summary>Lists the days that are extreme, which need the amounts of neighbors.</summary>
    /// <param name="days">The days of a gauge.</param>
    /// <returns>The days, oldest first.</returns>
    public static IReadOnlyList<DateOnly> ExtremeDays(IEnumerable<DailyRainfall> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return [.. new DailyRecord(days).Days.Where(IsExtreme).Select(day => day.Day)];
    }

    internal static IReadOnlyList<SuspectDay> Check(GaugeRecord gauge, IEnumerable<GaugeRecord> neighbors) =>
        Check(gauge.Record, gauge.Site.Id, [.. Near(gauge.Site, neighbors)]);

    internal static IReadOnlyList<SuspectDay> CheckAlone(DailyRecord record) => Check(record, site: null, []);

    private static List<SuspectDay> Check(DailyRecord record, SiteId? site, Neighbor[] near)
    {
        Dictionary<DateOnly, RainfallFlag> isolated = IsolatedExtremes.In(record).ToDictionary(flag => flag.Day);
        List<SuspectDay> suspects = [];
        foreach (DailyRainfall day in record.Days.Where(IsExtreme))
        {
            NeighborAmount[] amounts = [.. near.Select(neighbor => neighbor.At(day.Day)).OfType<NeighborAmount>().Take(MaxNeighbors)];
            string? reason = amounts.Length > 0 ? ReasonBy(day, amounts)
                : isolated.TryGetValue(day.Day, out RainfallFlag? flag) ? $"{flag.Message} There is no neighbor to compare."
                : null;
            if (reason is not null)
            {
                suspects.Add(new SuspectDay { Site = site, Day = day.Day, Inches = day.Inches!.Value, Neighbors = amounts, Reason = reason });
            }
        }

        return suspects;
    }

    private static bool IsExtreme(DailyRainfall day) => day is { IsPartial: false, Inches: >= MinExtremeInches };

    private static string? ReasonBy(DailyRainfall day, NeighborAmount[] amounts)
    {
        if (Array.Exists(amounts, amount => amount.LargestInches >= AgreeingShare * day.Inches))
        {
            return null;
        }

        IEnumerable<string> others = amounts.Select(amount => string.Create(
            CultureInfo.InvariantCulture, $"{amount.Site} {amount.LargestInches} in at {(double)amount.DistanceKilometers / KilometersPerMile:0.0} miles"));
        return $"The nearest gauges have less than a tenth of it, also on the days before and after: {string.Join(", ", others)}.";
    }

    private static IEnumerable<Neighbor> Near(Site site, IEnumerable<GaugeRecord> neighbors) =>
        site is { Latitude: { } latitude, Longitude: { } longitude }
            ? neighbors
                .Where(neighbor => neighbor.Site.Id != site.Id && neighbor.Site is { Latitude: not null, Longitude: not null })
                .Select(neighbor => new Neighbor(neighbor, Geodesy.DistanceKilometers(latitude, longitude, neighbor.Site.Latitude!.Value, neighbor.Site.Longitude!.Value)))
                .Where(neighbor => neighbor.Kilometers <= (double)MaxDistanceKilometers)
                .OrderBy(neighbor => neighbor.Kilometers)
                .ThenBy(neighbor => neighbor.Gauge.Site.Id.ToString(), StringComparer.Ordinal)
            : [];

    private sealed record Neighbor(GaugeRecord Gauge, double Kilometers)
    {
        public NeighborAmount? At(DateOnly day) => Gauge.Record.WholeDay(day) is { } inches
            ? new NeighborAmount
            {
                Site = Gauge.Site.Id,
                DistanceKilometers = (long)Math.Floor((Kilometers * 10) + 0.5) / 10m,
                Inches = inches,
                LargestInches = new[] { inches, Gauge.Record.WholeDay(day.AddDays(-1)) ?? 0, Gauge.Record.WholeDay(day.AddDays(1)) ?? 0 }.Max(),
            }
            : null;
    }
}
