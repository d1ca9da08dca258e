using Lcra.Hydromet.Client.Internal;

namespace Lcra.Hydromet;

/// <summary>The climate of a gauge from LCRA's daily totals.</summary>
public static class HydrometClimateExtensions
{
    /// <summary>Downloads the daily rain of a gauge and makes its climate.</summary>
    /// <remarks>
    /// Each request has less than 180 days, so thirty years and the current one are 63 requests. Cache the result, or read the days from an archive and use
    /// <see cref="RainfallClimate.OfAsync"/>.
    /// </remarks>
    /// <param name="client">The client or the cache.</param>
    /// <param name="site">An LCRA gauge; Austin's gauges have no daily totals.</param>
    /// <param name="first">The first day, in Central time. Days before the gauge's record have no amount.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="options">The thresholds; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The climate. Which days are suspect is decided by the gauge's own record.</returns>
    /// <exception cref="ArgumentException">The days are invalid, or no agency has that history; thrown before any request.</exception>
    /// <exception cref="HydrometException">A response is unavailable or unreadable.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// RainfallClimate climate = await client.GetRainfallClimateAsync(SiteId.Parse("3018"), first, last);
    /// Console.WriteLine(climate.RankOf(CalendarPeriod.Year, last));
    /// </code>
    /// </example>
    public static Task<RainfallClimate> GetRainfallClimateAsync(
        this IHydrometClient client,
        SiteId site,
        DateOnly first,
        DateOnly last,
        RainfallClimateOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return GetAsync(client.GetDailyRainfallAsync(site, first, last, cancellationToken), site, options, cancellationToken);
    }

    /// <summary>Downloads the daily rain of a gauge and makes its climate; its extreme days are compared with its nearest neighbors.</summary>
    /// <remarks>
    /// It takes one request more for the sites, and for each day of 4 inches or more one for each of the nearest gauges until three have
    /// that day, at most eight.
    /// </remarks>
    /// <returns>The climate. <see cref="RainfallNeighborQuality"/> decides which days are suspect.</returns>
    /// <inheritdoc cref="GetRainfallClimateAsync" path="/param|/exception"/>
    public static Task<RainfallClimate> GetRainfallClimateWithNeighborsAsync(
        this IHydrometClient client,
        SiteId site,
        DateOnly first,
        DateOnly last,
        RainfallClimateOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return GetAsync(client.GetDailyRainfallAsync(site, first, last, cancellationToken));

        async Task<RainfallClimate> GetAsync(IAsyncEnumerable<DailyRainfall> days) => await CompareAsync(
            client, site, await days.ToListAsync(cancellationToken).ConfigureAwait(false), options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares the extreme days of a gauge with its neighbors and makes its climate.</summary>
    internal static async Task<RainfallClimate> CompareAsync(
        IHydrometClient client, SiteId site, IReadOnlyList<DailyRainfall> days, RainfallClimateOptions? options, CancellationToken cancellationToken)
    {
        (Site gauge, IReadOnlyList<GaugeDailyRainfall> neighbors) = await NeighborHistories.GetAsync(
            client, site, RainfallNeighborQuality.ExtremeDays(days), cancellationToken).ConfigureAwait(false);
        return RainfallClimate.Of(new GaugeDailyRainfall { Site = gauge, Days = days }, neighbors, options);
    }

    private static async Task<RainfallClimate> GetAsync(
        IAsyncEnumerable<DailyRainfall> days, SiteId site, RainfallClimateOptions? options, CancellationToken cancellationToken) => RainfallClimate.Of(
            new GaugeDailyRainfall { Site = new Site { Id = site, Name = site.Number }, Days = await days.ToListAsync(cancellationToken).ConfigureAwait(false) },
            [],
            options);
}
