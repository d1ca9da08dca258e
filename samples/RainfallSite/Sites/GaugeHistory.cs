using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>The rain that a gauge counted in the past. LCRA is asked only when a visitor wants to see it.</summary>
internal sealed class GaugeHistory(HydrometClient client, SharedHistory shared)
{
    private const string AustinAgency = "COA";

    /// <summary>Tells whether LCRA keeps daily totals of a site's rain.</summary>
    public static bool HasDays(SiteId site) => site.IsLcra;

    /// <summary>Tells whether LCRA keeps what a site's rain counter stood at.</summary>
    public static bool HasCounter(SiteId site) => site.IsLcra || string.Equals(site.Agency, AustinAgency, StringComparison.Ordinal);

    public Task<HistoryAnswer<IReadOnlyList<DailyRainfall>>> GetDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        shared.GetAsync<IReadOnlyList<DailyRainfall>>(
            (nameof(GetDaysAsync), site, first, last),
            async stopping => await client.GetDailyRainfallAsync(site, first, last, stopping).ToListAsync(stopping),
            cancellationToken);

    public Task<HistoryAnswer<RainfallSeries>> GetCounterAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        shared.GetAsync(
            (nameof(GetCounterAsync), site, first, last),
            stopping => RainfallSeries.FromCounterAsync(client.GetRainCounterAsync(site, first, last, cancellationToken: stopping), stopping),
            cancellationToken);
}
