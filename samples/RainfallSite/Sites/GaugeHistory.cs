using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using RainfallSite.Archive;

namespace RainfallSite.Sites;

/// <summary>
/// The rain that a gauge measured in the past. A visit reads the archive and never reaches LCRA: what the archive lacks is queued for the process
/// that fills it. Without an archive there is no history.
/// </summary>
internal sealed class GaugeHistory(TimeProvider clock, SiteArchive? archive = null, ArchiveFilling? filling = null)
{
    private const decimal DefaultResolutionInches = 0.01m;
    private static readonly TimeSpan GapThreshold = TimeSpan.FromHours(1);
    private static readonly DateOnly FirstRecord = new(1980, 1, 1);
    private static readonly TimeSpan NewestHour = TimeSpan.FromHours(1);

    /// <summary>Gets a value indicating whether there is an archive.</summary>
    public bool HasArchive => archive is not null;

    /// <summary>Tells whether LCRA has daily totals of a site.</summary>
    public static bool HasDays(SiteId site) => site.IsLcra;

    /// <summary>Tells whether LCRA has the accumulated rainfall of a site.</summary>
    public static bool HasAccumulated(SiteId site) => site.IsLcra || site.IsAustin;

    public async Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await WithDelayAsync(await ReadDaysAsync(site, first, last, cancellationToken), site, HistoryParameter.RainDaily, first, last, cancellationToken);

    /// <summary>Gets all days of a gauge until yesterday.</summary>
    public async Task<HistoryResult<IReadOnlyList<DailyRainfall>>> GetRecordAsync(SiteId site, CancellationToken cancellationToken)
    {
        // What is before the first day may not exist, and is not requested.
        DateOnly yesterday = CentralTime.Today(clock).AddDays(-1);
        HistoryResult<IReadOnlyList<DailyRainfall>> record = await ReadDaysAsync(site, FirstRecord, yesterday, cancellationToken);
        return await WithDelayAsync(record, site, HistoryParameter.RainDaily, record.Value is [var first, ..] ? first.Day : FirstRecord, yesterday, cancellationToken);
    }

    public async Task<HistoryResult<RainfallSeries>> GetAccumulatedAsync(Site site, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        HistoryResult<RainfallSeries> stored = await ReadAsync(async open => await RainfallSeries.FromAccumulatedRainfallAsync(
            open.GetAccumulatedRainfallAsync(site.Id, first, last, cancellationToken: cancellationToken), GapThreshold, site.ResolutionInches ?? DefaultResolutionInches, cancellationToken), cancellationToken);
        return await WithDelayAsync(stored, site.Id, HistoryParameter.Rain, first, last, cancellationToken);
    }

    private Task<HistoryResult<IReadOnlyList<DailyRainfall>>> ReadDaysAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<DailyRainfall>>(async open => await open.GetDailyRainfallAsync(site, first, last, cancellationToken: cancellationToken).ToListAsync(cancellationToken), cancellationToken);

    private async Task<HistoryResult<T>> ReadAsync<T>(Func<HydrometArchive, Task<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (archive is null)
        {
            return new HistoryResult<T>(null, null, HistoryDelay.NoArchive);
        }

        try
        {
            return new HistoryResult<T>(await read(await archive.OpenAsync(cancellationToken)), null, HistoryDelay.None);
        }
        catch (HydrometException failure)
        {
            return new HistoryResult<T>(null, failure, HistoryDelay.None);
        }
    }

    /// <summary>Requests what the archive lacks. The newest hour is never stored: it would be requested again and again.</summary>
    private async Task<HistoryResult<T>> WithDelayAsync<T>(
        HistoryResult<T> stored, SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, CancellationToken cancellationToken)
        where T : class
    {
        // What a recording lacks was never recorded, and the page says so.
        if (stored.Value is null || archive is not { IsRecording: false })
        {
            return stored;
        }

        HistoryResult<ArchiveCoverage> coverage = await ReadAsync(open => open.GetCoverageAsync(site, parameter, first, last, cancellationToken), cancellationToken);
        DateTimeOffset newest = clock.GetUtcNow() - NewestHour;
        return coverage.Value is not { } known ? stored with { Value = null, Failure = coverage.Failure }
            : known.NotInArchive.Any(span => span.Start < newest) ? stored with { Delay = await RequestAsync(archive, known, cancellationToken) }
            : stored;
    }

    private async Task<HistoryDelay> RequestAsync(SiteArchive stored, ArchiveCoverage coverage, CancellationToken cancellationToken) =>
        filling?.TryRequest(await stored.OpenAsync(cancellationToken), coverage.Site, coverage.Parameter, coverage.First, coverage.Last) == true ? HistoryDelay.Queued : HistoryDelay.NotStored;
}
