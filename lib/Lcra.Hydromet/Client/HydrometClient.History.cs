using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>History, downloaded window by window.</content>
public sealed partial class HydrometClient
{
    /// <summary>Downloads the history of a site over any span of local days, oldest record first.</summary>
    /// <param name="site">A site of LCRA, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">What was measured; Austin's gauges have rain and flow only.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time; it belongs to the span.</param>
    /// <param name="resolution">How close together the records are to be.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The records that LCRA has, no two of the same time (one without a readable time is left out, and leaves a gap); none when it has none or does not know the site. LCRA is asked while
    /// the records are read, for under 180 days at a time, so a span of decades never stands in memory whole.
    /// </returns>
    /// <exception cref="ArgumentException">The span is backwards or absurd, or nobody keeps that history; thrown at once.</exception>
    /// <exception cref="HydrometFormatException">While reading: an answer is no history.</exception>
    /// <exception cref="HydrometException">While reading: an answer could not be had. The records before it stand.</exception>
    /// <exception cref="OperationCanceledException">While reading: the caller cancelled.</exception>
    public IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        _history.ReadAsync(HistoryRequest.For(site, parameter, first, last, resolution, _timeProvider.GetUtcNow()), cancellationToken);

    /// <summary>Downloads LCRA's own daily rain totals of a gauge, oldest day first. They are provisional and hold errors.</summary>
    /// <param name="site">A gauge of LCRA; Austin's have no daily totals.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time; it belongs to the span.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>The days that LCRA has; a day it has not is absent, and is not to be taken for a dry one.</returns>
    /// <inheritdoc cref="GetHistoryAsync" path="/exception"/>
    public IAsyncEnumerable<DailyRainfall> GetDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default) =>
        RainHistory.DaysAsync(GetHistoryAsync(site, HistoryParameter.RainDaily, first, last, cancellationToken: cancellationToken), _timeProvider, cancellationToken);

    /// <summary>Downloads what the rain counter of a gauge stood at, oldest reading first.</summary>
    /// <param name="site">A gauge of LCRA, or one of Austin (<c>COA:950</c>).</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time; it belongs to the span.</param>
    /// <param name="resolution">How close together the readings are to be.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>The readings that LCRA has; records without a count are left out.</returns>
    /// <inheritdoc cref="GetHistoryAsync" path="/exception"/>
    public IAsyncEnumerable<AccumulatedRainfall> GetAccumulatedRainfallAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        RainHistory.CountsAsync(GetHistoryAsync(site, HistoryParameter.Rain, first, last, resolution, cancellationToken), cancellationToken);
}
