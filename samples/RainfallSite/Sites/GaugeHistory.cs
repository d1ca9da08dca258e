using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;
using RainfallSite.Archive;

namespace RainfallSite.Sites;

/// <summary>
/// The rain that a gauge measured in the past. With an archive, a visit reads it and never reaches LCRA. Without one, a history is
/// downloaded when a visitor first requests it; visitors who request the same history share one download, and a slow download continues
/// after its visitor has been told so.
/// </summary>
internal sealed class GaugeHistory(HydrometCache cache, TimeProvider clock, SiteArchive? archive = null, ArchiveFilling? filling = null, HydrometRecording? recording = null)
{
    private const decimal DefaultResolutionInches = 0.01m;
    private static readonly TimeSpan GapThreshold = TimeSpan.FromHours(1);
    private static readonly DateOnly FirstRecord = new(1980, 1, 1);
    private static readonly TimeSpan NewestHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Gets a value indicating whether whole records can be read: without an archive each would be a hundred requests to LCRA.</summary>
    public bool HasRecords => archive is not null || recording is not null;

    /// <summary>Tells whether LCRA has daily totals of a site.</summary>
    public static bool HasDays(SiteId site) => site.IsLcra;

    /// <summary>Tells whether LCRA has the accumulated rainfall of a site.</summary>
    public static bool HasAccumulated(SiteId site) => site.IsLcra || site.IsAustin;

    public async Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        archive is null
            ? await ReadAsync(cache.GetDailyRainfallAsync(site, first, last, cancellationToken), days => days, cancellationToken)
            : await WithDelayAsync(await ReadDaysAsync(archive, site, first, last, cancellationToken), site, HistoryParameter.RainDaily, first, last, cancellationToken);

    /// <summary>Gets all days of a gauge until yesterday; only where <see cref="HasRecords"/>.</summary>
    public async Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetRecordAsync(SiteId site, CancellationToken cancellationToken)
    {
        DateOnly yesterday = CentralTime.Today(clock).AddDays(-1);
        if (archive is null)
        {
            return await GetDaysAsync(site, FirstRecord, yesterday, cancellationToken);
        }

        // What is before the first day may not exist, and is not requested.
        HistoryResult<IReadOnlyList<DailyRainfall>> record = await ReadDaysAsync(archive, site, FirstRecord, yesterday, cancellationToken);
        return await WithDelayAsync(record, site, HistoryParameter.RainDaily, record.Value is [var first, ..] ? first.Day : FirstRecord, yesterday, cancellationToken);
    }

    public async Task<HistoryResult<RainfallSeries>> GetAccumulatedAsync(Site site, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        decimal resolution = site.ResolutionInches ?? DefaultResolutionInches;
        if (archive is null)
        {
            return await ReadAsync(
                cache.GetHistoryAsync(site.Id, HistoryParameter.Rain, first, last, cancellationToken: cancellationToken),
                records => RainfallSeries.FromAccumulatedRainfall(records.SelectMany(Readings), GapThreshold, resolution),
                cancellationToken);
        }

        HistoryResult<RainfallSeries> stored = await ReadStoredAsync(async () =>
            await RainfallSeries.FromAccumulatedRainfallAsync(
                (await archive.OpenAsync(cancellationToken)).GetAccumulatedRainfallAsync(site.Id, first, last, cancellationToken: cancellationToken), GapThreshold, resolution, cancellationToken));
        return await WithDelayAsync(stored, site.Id, HistoryParameter.Rain, first, last, cancellationToken);
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

    private static async Task<HistoryResult<T>> ReadStoredAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return new HistoryResult<T>(await read(), null, HistoryDelay.None);
        }
        catch (HydrometException failure)
        {
            return new HistoryResult<T>(null, failure, HistoryDelay.None);
        }
    }

    private static Task<HistoryResult<IReadOnlyList<DailyRainfall>>> ReadDaysAsync(SiteArchive archive, SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ReadStoredAsync<IReadOnlyList<DailyRainfall>>(async () =>
            await (await archive.OpenAsync(cancellationToken)).GetDailyRainfallAsync(site, first, last, cancellationToken: cancellationToken).ToListAsync(cancellationToken));

    /// <summary>Requests what the archive lacks. The newest hour is never stored: it would be requested again and again.</summary>
    private async Task<HistoryResult<T>> WithDelayAsync<T>(
        HistoryResult<T> stored, SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        where T : class
    {
        if (stored.Value is null)
        {
            return stored;
        }

        HistoryResult<ArchiveCoverage> coverage = await ReadStoredAsync(async () =>
            await (await archive!.OpenAsync(cancellationToken)).GetCoverageAsync(site, parameter, first, last, cancellationToken));
        DateTimeOffset newest = clock.GetUtcNow() - NewestHour;
        return coverage.Value is not { } known ? stored with { Value = null, Failure = coverage.Failure }
            : known.NotInArchive.Any(span => span.Start < newest) ? stored with { Delay = Request(await archive!.OpenAsync(cancellationToken), known) }
            : stored;
    }

    private HistoryDelay Request(HydrometArchive open, ArchiveCoverage coverage) =>
        filling?.TryRequest(open, coverage.Site, coverage.Parameter, coverage.First, coverage.Last) == true ? HistoryDelay.Queued : HistoryDelay.NotStored;
}
