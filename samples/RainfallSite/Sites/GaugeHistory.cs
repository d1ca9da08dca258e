using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using RainfallSite.Archive;

namespace RainfallSite.Sites;

/// <summary>
/// The rain that a gauge measured in the past. With an archive, a visit reads it and never reaches LCRA. Without one, a history is
/// downloaded when a visitor first requests it; visitors who request the same history share one download, and a slow download continues
/// after its visitor has been told so.
/// </summary>
internal sealed class GaugeHistory(HydrometCache cache, TimeProvider clock, SiteArchive? archive = null)
{
    private const decimal DefaultResolutionInches = 0.01m;
    private static readonly TimeSpan GapThreshold = TimeSpan.FromHours(1);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Tells whether LCRA has daily totals of a site.</summary>
    public static bool HasDays(SiteId site) => site.IsLcra;

    /// <summary>Tells whether LCRA has the accumulated rainfall of a site.</summary>
    public static bool HasAccumulated(SiteId site) => site.IsLcra || site.IsAustin;

    public Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        archive is null
            ? ReadAsync(cache.GetDailyRainfallAsync(site, first, last, cancellationToken), days => days, cancellationToken)
            : ReadStoredAsync<DailyRainfall, IReadOnlyList<DailyRainfall>>(
                site, HistoryParameter.RainDaily, first, last, stored => stored.GetDailyRainfallAsync(site, first, last, cancellationToken: cancellationToken), days => days, cancellationToken);

    public Task<HistoryResult<RainfallSeries>> GetAccumulatedAsync(Site site, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        decimal resolution = site.ResolutionInches ?? DefaultResolutionInches;
        return archive is null
            ? ReadAsync(
                cache.GetHistoryAsync(site.Id, HistoryParameter.Rain, first, last, cancellationToken: cancellationToken),
                records => RainfallSeries.FromAccumulatedRainfall(records.SelectMany(Readings), GapThreshold, resolution),
                cancellationToken)
            : ReadStoredAsync(
                site.Id,
                HistoryParameter.Rain,
                first,
                last,
                stored => stored.GetAccumulatedRainfallAsync(site.Id, first, last, cancellationToken: cancellationToken),
                readings => RainfallSeries.FromAccumulatedRainfall(readings, GapThreshold, resolution),
                cancellationToken);
    }

    // A series takes the last reading of a time and flags that there is another.
    private static IEnumerable<AccumulatedRainfall> Readings(HistoryRecord record) =>
        new[] { record.OtherValue1, record.Value1 }.OfType<decimal>().Select(inches => new AccumulatedRainfall(record.ObservedAt, inches));

    private async Task<HistoryResult<T>> ReadAsync<TRecord, T>(
        Task<CachedHistory<TRecord>> download, Func<IReadOnlyList<TRecord>, T> convert, CancellationToken cancellationToken)
        where TRecord : notnull
        where T : class
    {
        try
        {
            CachedHistory<TRecord> history = await download.WaitAsync(WaitTimeout, clock, cancellationToken);
            return new HistoryResult<T>(convert(history.Records), history.Failure, HistoryDelay.None) { Findings = history.Findings };
        }
        catch (TimeoutException)
        {
            return new HistoryResult<T>(null, null, HistoryDelay.Slow);
        }
        catch (HydrometException failure)
        {
            return new HistoryResult<T>(null, failure, HistoryDelay.None);
        }
    }

    private async Task<HistoryResult<T>> ReadStoredAsync<TRecord, T>(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        Func<HydrometArchive, IAsyncEnumerable<TRecord>> read,
        Func<IReadOnlyList<TRecord>, T> convert,
        CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            HydrometArchive stored = await archive!.OpenAsync(cancellationToken);
            ArchiveCoverage coverage = await stored.GetCoverageAsync(site, parameter, first, last, cancellationToken);
            IReadOnlyList<TRecord> records = await read(stored).ToListAsync(cancellationToken);
            return new HistoryResult<T>(convert(records), null, coverage.IsComplete ? HistoryDelay.None : HistoryDelay.NotStored);
        }
        catch (HydrometException failure)
        {
            return new HistoryResult<T>(null, failure, HistoryDelay.None);
        }
    }
}
