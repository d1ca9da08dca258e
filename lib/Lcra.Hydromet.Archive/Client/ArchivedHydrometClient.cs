using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Archive;

/// <summary>
/// A client whose histories come from an archive. Only the newest days that the archive lacks are requested of LCRA, <see cref="ArchiveOptions.LiveDays"/> of them at
/// most; <see cref="GetCoverageAsync"/> names the other gaps. Reports, sites and lake levels, and histories that an archive has not, are the live client's.
/// </summary>
/// <example>
/// <code>
/// services.AddHydrometClient();
/// services.AddHydrometArchive(options =&gt; options.ConnectionString = "Data Source=rain.db"); // IHydrometClient reads histories from the archive now
/// </code>
/// </example>
public sealed class ArchivedHydrometClient : IHydrometClient
{
    private readonly HydrometArchive _archive;
    private readonly IHydrometClient _live;
    private readonly TimeProvider _timeProvider;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="archive">The archive. It is not disposed of.</param>
    /// <param name="live">The client, or the cache, that requests what the archive lacks.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    public ArchivedHydrometClient(HydrometArchive archive, IHydrometClient live, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(live);
        _archive = archive;
        _live = live;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public Task<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default) => _live.GetRainfallAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<RainfallReport> GetRainfallAsync(RainfallScope scope, CancellationToken cancellationToken = default) => _live.GetRainfallAsync(scope, cancellationToken);

    /// <inheritdoc/>
    public Task<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default) => _live.GetSitesAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default) => _live.GetLakeLevelsAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="HydrometArchiveException">While reading: the archive could not be read.</exception>
    public IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return HydrometArchive.Parameters.Contains(parameter)
            ? JoinAsync(
                site,
                parameter,
                (first, last),
                _archive.GetHistoryAsync(site, parameter, first, last, resolution, cancellationToken: cancellationToken),
                from => _live.GetHistoryAsync(site, parameter, from, last, resolution, cancellationToken),
                record => CentralTime.DayOf(record.ObservedAt),
                cancellationToken)
            : _live.GetHistoryAsync(site, parameter, first, last, resolution, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="HydrometArchiveException">While reading: the archive could not be read.</exception>
    public IAsyncEnumerable<DailyRainfall> GetDailyRainfallAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        JoinAsync(
            site,
            HistoryParameter.RainDaily,
            (first, last),
            _archive.GetDailyRainfallAsync(site, first, last, cancellationToken: cancellationToken),
            from => _live.GetDailyRainfallAsync(site, from, last, cancellationToken),
            day => day.Day,
            cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="HydrometArchiveException">While reading: the archive could not be read.</exception>
    public IAsyncEnumerable<AccumulatedRainfall> GetAccumulatedRainfallAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        JoinAsync(
            site,
            HistoryParameter.Rain,
            (first, last),
            _archive.GetAccumulatedRainfallAsync(site, first, last, resolution, cancellationToken: cancellationToken),
            from => _live.GetAccumulatedRainfallAsync(site, from, last, resolution, cancellationToken),
            reading => CentralTime.DayOf(reading.At),
            cancellationToken);

    /// <summary>Tells which part of a window is in the archive. What is not, and is older than <see cref="ArchiveOptions.LiveDays"/>, is a gap in this client's histories.</summary>
    /// <inheritdoc cref="HydrometArchive.GetCoverageAsync"/>
    public Task<ArchiveCoverage> GetCoverageAsync(
        SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        _archive.GetCoverageAsync(site, parameter, first, last, cancellationToken);

    private async IAsyncEnumerable<T> JoinAsync<T>(
        SiteId site,
        HistoryParameter parameter,
        (DateOnly First, DateOnly Last) days,
        IAsyncEnumerable<T> archived,
        Func<DateOnly, IAsyncEnumerable<T>> requestFrom,
        Func<T, DateOnly> dayOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateOnly? liveFrom = await FirstLiveDayAsync(site, parameter, days, cancellationToken).ConfigureAwait(false);
        await foreach (T value in archived.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (dayOf(value) >= liveFrom)
            {
                break;
            }

            yield return value;
        }

        if (liveFrom is { } from)
        {
            await foreach (T value in requestFrom(from).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return value;
            }
        }
    }

    // The first of the newest days that is not in the archive as a whole; null when all are, or none of them is in the window.
    private async Task<DateOnly?> FirstLiveDayAsync(SiteId site, HistoryParameter parameter, (DateOnly First, DateOnly Last) days, CancellationToken cancellationToken)
    {
        DateOnly today = CentralTime.Today(_timeProvider);
        DateOnly newest = today.AddDays(1 - _archive.LiveDays);
        DateOnly from = days.First > newest ? days.First : newest;
        DateOnly to = days.Last < today ? days.Last : today;
        if (_archive.LiveDays == 0 || from > to)
        {
            return null;
        }

        ArchiveCoverage coverage = await _archive.GetCoverageAsync(site, parameter, from, to, cancellationToken).ConfigureAwait(false);
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (!coverage.Covers(day))
            {
                return day;
            }
        }

        return null;
    }
}
