using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>History, downloaded window by window.</content>
public sealed partial class HydrometClient
{
    /// <summary>Downloads the history of a site over any range of local days, oldest record first.</summary>
    /// <param name="site">An LCRA site, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">The measured parameter; Austin's gauges have only rain and flow.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="resolution">The resolution of the records.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The records that LCRA has, no two of the same time (a record without a valid time is skipped and leaves a gap); empty when it has none or the site is unknown. Requests are sent while
    /// the records are read, each for less than 180 days, so that decades of records are never in memory at once.
    /// </returns>
    /// <exception cref="ArgumentException">The range is not valid, or that history does not exist; thrown before any request.</exception>
    /// <exception cref="HydrometFormatException">While reading: a response is not a valid history.</exception>
    /// <exception cref="HydrometException">While reading: a response is unavailable. The records before it are valid.</exception>
    /// <exception cref="OperationCanceledException">While reading: the caller canceled the operation.</exception>
    public IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        GetHistoryAsync(site, parameter, first, last, findings: null, resolution, cancellationToken);

    /// <summary>Downloads the history of a site over any range of local days, and lists the data-quality findings.</summary>
    /// <param name="site">An LCRA site, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">The measured parameter; Austin's gauges have only rain and flow.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="findings">
    /// Receives at most 100 findings while the records are read: records without a valid time or of the future, which are left out, values that
    /// cannot be read, and times that have two records with different values. Null for nowhere.
    /// </param>
    /// <param name="resolution">The resolution of the records.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <inheritdoc cref="GetHistoryAsync(SiteId, HistoryParameter, DateOnly, DateOnly, HistoryResolution, CancellationToken)" path="/returns|/exception"/>
    public IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        ICollection<Finding>? findings,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        _history.ReadAsync(HistoryRequest.For(site, parameter, first, last, resolution, _timeProvider.GetUtcNow()), findings, cancellationToken);

    /// <summary>Downloads LCRA's own daily rain totals of a gauge, oldest day first. They are provisional and have errors.</summary>
    /// <param name="site">An LCRA gauge; Austin's gauges have no daily totals.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>The days that LCRA has. An absent day is not a dry day.</returns>
    /// <inheritdoc cref="GetHistoryAsync(SiteId, HistoryParameter, DateOnly, DateOnly, HistoryResolution, CancellationToken)" path="/exception"/>
    public IAsyncEnumerable<DailyRainfall> GetDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        ReadDailyRainfallAsync(site, first, last, findings: null, cancellationToken);

    /// <summary>Downloads the accumulated rainfall of a gauge, oldest reading first.</summary>
    /// <param name="site">An LCRA gauge, or one of Austin (<c>COA:950</c>).</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="resolution">The resolution of the readings.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The readings that LCRA has; records without an amount are skipped. Of two records of one time with different amounts both come, the one that counts last.
    /// </returns>
    /// <inheritdoc cref="GetHistoryAsync(SiteId, HistoryParameter, DateOnly, DateOnly, HistoryResolution, CancellationToken)" path="/exception"/>
    public IAsyncEnumerable<AccumulatedRainfall> GetAccumulatedRainfallAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        RainHistory.CountsAsync(GetHistoryAsync(site, HistoryParameter.Rain, first, last, resolution, cancellationToken), cancellationToken);

    internal TimeProvider Clock => _timeProvider;

    /// <summary>Gets the time after which one request has ended, one way or the other.</summary>
    internal TimeSpan AttemptTimeout => _download.AttemptTimeout;

    /// <summary>Sends the one request for a window of at most 179 days, without retries.</summary>
    internal Task<HistoryResponse> GetHistoryResponseAsync(
        SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, ICollection<Finding>? findings, CancellationToken cancellationToken) =>
        _history.ReadWindowAsync(
            HistoryRequest.For(site, parameter, first, last, HistoryResolution.FifteenMinutes, _timeProvider.GetUtcNow()), findings, cancellationToken);

    internal IAsyncEnumerable<DailyRainfall> ReadDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, ICollection<Finding>? findings, CancellationToken cancellationToken) =>
        RainHistory.DaysAsync(
            GetHistoryAsync(site, HistoryParameter.RainDaily, first, last, findings, cancellationToken: cancellationToken), _timeProvider, cancellationToken);
}
