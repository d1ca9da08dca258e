using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.History.Internal;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Lakes.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Sites.Internal;
using Lcra.Hydromet.Telemetry.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lcra.Hydromet;

/// <summary>Asks LCRA's Hydromet how much rain fell, lately and in the past.</summary>
/// <remarks>
/// Thread-safe. It never creates or disposes an <see cref="HttpClient"/>: give it one that lives as long as the application,
/// or register it with <c>services.AddHydrometClient()</c>.
/// </remarks>
public sealed class HydrometClient
{
    /// <summary>The name of the HTTP client that <c>AddHydrometClient</c> registers.</summary>
    public const string HttpClientName = "Lcra.Hydromet";

    private readonly FeedDownload _download;
    private readonly TimeProvider _timeProvider;
    private readonly RainfallDownload _rainfall;
    private readonly HistoryDownload _history;
    private readonly FeedObserver _observer;

    /// <summary>Initializes a new instance that asks the HTTP client's base address, or LCRA itself when that is not set.</summary>
    /// <param name="http">The HTTP client to send requests with. It stays the caller's.</param>
    public HydrometClient(HttpClient http)
        : this(http, OptionsFor(http), TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="http">The HTTP client to send requests with. It stays the caller's.</param>
    /// <param name="options">Where the feeds are.</param>
    /// <param name="timeProvider">The clock that tells when a feed was fetched.</param>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address.</exception>
    public HydrometClient(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider)
        : this(http, options, timeProvider, NullLoggerFactory.Instance)
    {
    }

    /// <summary>Initializes a new instance that writes to a log what became of each feed.</summary>
    /// <param name="http">The HTTP client to send requests with. It stays the caller's.</param>
    /// <param name="options">Where the feeds are.</param>
    /// <param name="timeProvider">The clock that tells when a feed was fetched.</param>
    /// <param name="loggerFactory">Where to log to, in the category <c>Lcra.Hydromet.HydrometClient</c>.</param>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address.</exception>
    public HydrometClient(HttpClient http, HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory)
        : this(http, options, timeProvider, loggerFactory, HydrometMetrics.Shared)
    {
    }

    internal HydrometClient(
        HttpClient http, HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory, HydrometMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(loggerFactory);
        _download = new FeedDownload(http, options, timeProvider, metrics);
        _observer = new FeedObserver(metrics, loggerFactory.CreateLogger<HydrometClient>(), _download.BaseAddress.Host, timeProvider);
        Metrics = metrics;
        _timeProvider = timeProvider;
        _rainfall = new RainfallDownload(_download, _observer);
        _history = new HistoryDownload(_download, _observer);
    }

    /// <summary>Downloads the three rainfall feeds together and joins them by site.</summary>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The report. When one or two feeds fail it stands all the same: their totals are missing with the reason
    /// <see cref="MissingReason.FeedUnavailable"/>, and a finding carries the cause.
    /// </returns>
    /// <exception cref="HydrometFormatException">All three feeds answered, and none could be read.</exception>
    /// <exception cref="HydrometException">None of the three feeds could be had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default) =>
        GetRainfallAsync(earlier: (RainfallFeedSet?)null, cancellationToken);

    /// <summary>Downloads the three rainfall feeds again; a feed that fails keeps the rows of an earlier report.</summary>
    /// <param name="earlier">The report to fall back to, feed by feed.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The new report. A total that comes from earlier rows says so: <see cref="RainfallSource.RefreshFailed"/> is true and
    /// <see cref="RainfallSource.FetchedAt"/> is the time of that earlier download. It is not joined with an all-sites answer, even if
    /// the earlier report was.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<RainfallReport> RefreshRainfallAsync(RainfallReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return GetRainfallAsync(earlier.FeedSet, cancellationToken);
    }

    /// <summary>Downloads the all-sites answer: the sites of every agency with coordinates, rain, rivers, dams and weather.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The report; join it with a rainfall report by <see cref="RainfallReport.Join"/>.</returns>
    /// <exception cref="HydrometFormatException">The answer could not be read.</exception>
    /// <exception cref="HydrometException">The answer could not be had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default)
    {
        FeedResponse response = await _download.GetAsync(HydrometFeed.AllSites, known: null, cancellationToken).ConfigureAwait(false);
        return ReadSites(response, earlier: null);
    }

    /// <summary>Downloads the all-sites answer again; when that fails the earlier one stays and says so.</summary>
    /// <param name="earlier">The report to fall back to.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The new report, or the earlier one with <see cref="FeedStatus.Failure"/> set.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<SiteReport> RefreshSitesAsync(SiteReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        FeedResponse response = await _download.GetAsync(HydrometFeed.AllSites, earlier.Validators, cancellationToken).ConfigureAwait(false);
        return ReadSites(response, earlier);
    }

    /// <summary>Downloads the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The levels.</returns>
    /// <exception cref="HydrometFormatException">The feed could not be read.</exception>
    /// <exception cref="HydrometException">The feed could not be had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default) => GetLakeLevelsAsync(earlier: null, cancellationToken);

    /// <summary>Downloads the levels of the lakes again; when that fails the earlier ones stay and say so.</summary>
    /// <param name="earlier">The report to fall back to.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The new report, or the earlier one with <see cref="FeedStatus.Failure"/> set.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<LakeReport> RefreshLakeLevelsAsync(LakeReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return GetLakeLevelsAsync(earlier.Table, cancellationToken);
    }

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

    internal HydrometMetrics Metrics { get; }

    internal DateOnly Today => CentralTime.DayOf(_timeProvider.GetUtcNow());

    internal Task<RainfallReport> GetRainfallAsync(RainfallFeedSet? earlier, CancellationToken cancellationToken) =>
        _rainfall.GetAsync(earlier, cancellationToken);

    private SiteReport ReadSites(FeedResponse response, SiteReport? earlier)
    {
        try
        {
            SiteReport report = SiteFeed.Read(response, earlier);
            _observer.Observe(response, report.Feed, report.Findings.Count);
            return report;
        }
        catch (HydrometException failure)
        {
            _observer.ReadFailed(HydrometFeed.AllSites, failure);
            throw;
        }
    }

    private async Task<LakeReport> GetLakeLevelsAsync(FeedTable? earlier, CancellationToken cancellationToken)
    {
        FeedResponse response = await _download.GetAsync(HydrometFeed.LakeLevels, earlier?.Validators, cancellationToken).ConfigureAwait(false);
        FeedResult result = _observer.Observe(response, response.Read(LakeFeed.Definition, alike: null, earlier));
        return result.Table is { } table ? LakeFeed.ToReport(table, result.Failure) : throw result.Failure!;
    }

    private static HydrometClientOptions OptionsFor(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        HydrometClientOptions options = new();
        options.BaseAddress = http.BaseAddress ?? options.BaseAddress;
        return options;
    }
}
