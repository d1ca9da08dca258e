using Lcra.Hydromet;

namespace RainfallSite.Sites;

/// <summary>
/// The rain that a gauge counted in the past. LCRA is asked only when a visitor wants to see it; visitors who ask for the same share
/// one download, and one that is slow goes on when its visitor is told so.
/// </summary>
internal sealed class GaugeHistory(HydrometCache cache, TimeProvider clock)
{
    private const string AustinAgency = "COA";
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Tells whether LCRA keeps daily totals of a site's rain.</summary>
    public static bool HasDays(SiteId site) => site.IsLcra;

    /// <summary>Tells whether LCRA keeps what a site's rain counter stood at.</summary>
    public static bool HasCounter(SiteId site) => site.IsLcra || string.Equals(site.Agency, AustinAgency, StringComparison.Ordinal);

    public Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        AnswerAsync(cache.GetDailyRainfallAsync(site, first, last, cancellationToken), days => days, cancellationToken);

    public Task<HistoryResult<RainfallSeries>> GetCounterAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        AnswerAsync(
            cache.GetHistoryAsync(site, HistoryParameter.Rain, first, last, cancellationToken: cancellationToken),
            records => RainfallSeries.FromCounter(records.Where(record => record.Value1 is not null).Select(record => new AccumulatedRainfall(record.ObservedAt, record.Value1!.Value))),
            cancellationToken);

    private async Task<HistoryResult<T>> AnswerAsync<TRecord, T>(
        ValueTask<CachedHistory<TRecord>> asked, Func<IReadOnlyList<TRecord>, T> read, CancellationToken cancellationToken)
        where TRecord : notnull
        where T : class
    {
        try
        {
            CachedHistory<TRecord> kept = await asked.AsTask().WaitAsync(WaitTimeout, clock, cancellationToken);
            return new HistoryResult<T>(read(kept.Records), kept.Failure, IsSlow: false);
        }
        catch (TimeoutException)
        {
            return new HistoryResult<T>(null, null, IsSlow: true);
        }
        catch (HydrometException failure)
        {
            return new HistoryResult<T>(null, failure, IsSlow: false);
        }
    }
}
