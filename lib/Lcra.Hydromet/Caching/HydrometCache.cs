using System.Security.Cryptography;
using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Sites.Internal;

namespace Lcra.Hydromet;

/// <summary>Caches LCRA's responses: one download of each feed per 15-minute cycle, for any number of callers.</summary>
/// <remarks>
/// Thread-safe. Use one instance for the whole application, or register it with <c>services.AddHydrometCache()</c>. A call when
/// new files are due waits for the shared download; other calls return at once. While LCRA is unavailable, the cache returns the last
/// good responses, each with its fetch time, until <see cref="HydrometCacheOptions.MaxStaleness"/>.
/// </remarks>
/// <example>
/// <code>
/// using HydrometCache cache = new(client);
/// RainfallReport report = await cache.GetRainfallAsync();
/// Console.WriteLine(cache.RainfallStatus);
/// </code>
/// </example>
public sealed partial class HydrometCache : IHydrometClient, IDisposable
{
    private const int PhaseSteps = 1000;
    private static readonly HydrometFeed[] CsvFeeds = [HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall];
    private readonly HydrometClient _client;
    private readonly TimeProvider _clock;
    private readonly HydrometCacheOptions _options;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly ReportSchedule _rainfallSchedule;
    private readonly FeedSchedule _sitesSchedule;
    private readonly FeedSchedule _lakesSchedule;
    private readonly RefreshingCacheEntry<RainfallReport> _rainfall;
    private readonly RefreshingCacheEntry<SiteReport> _sites;
    private readonly RefreshingCacheEntry<LakeReport> _lakes;
    private readonly HistoryLruCache _histories;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="client">The client that downloads.</param>
    /// <param name="options">When to refresh, and how long to return cached responses; null for the defaults.</param>
    /// <param name="timeProvider">The clock that refreshes follow; null for the system's.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message says which.</exception>
    public HydrometCache(HydrometClient client, HydrometCacheOptions? options = null, TimeProvider? timeProvider = null)
        : this(client, options ?? new HydrometCacheOptions(), timeProvider ?? TimeProvider.System, RandomNumberGenerator.GetInt32(PhaseSteps + 1) / (double)PhaseSteps)
    {
    }

    internal HydrometCache(HydrometClient client, HydrometCacheOptions options, TimeProvider timeProvider, double phase)
    {
        ArgumentNullException.ThrowIfNull(client);
        HydrometCacheOptionsCrossValidator.Require(options);
        _client = client;
        _clock = timeProvider;
        _options = options;
        _sitesSchedule = ReportSchedule.Of(options, phase);
        _lakesSchedule = ReportSchedule.Of(options, phase);
        _rainfallSchedule = new ReportSchedule([.. CsvFeeds.Select(feed => (feed, ReportSchedule.Of(options, phase)))], _sitesSchedule);
        RefreshingCacheSettings settings = new(options, _rainfallSchedule, timeProvider, client.Metrics, _lifetime.Token);
        _rainfall = new RefreshingCacheEntry<RainfallReport>(settings, feed: null, "rainfall report", RefreshRainfallAsync, report => Freshness.Of([.. report.Feeds]));
        _sites = new RefreshingCacheEntry<SiteReport>(settings with { Schedule = new ReportSchedule([(HydrometFeed.AllSites, _sitesSchedule)]) }, HydrometFeed.AllSites, "all-sites response", RefreshSitesAsync, report => Freshness.Of(report.Feed));
        _lakes = new RefreshingCacheEntry<LakeReport>(settings with { Schedule = new ReportSchedule([(HydrometFeed.LakeLevels, _lakesSchedule)]) }, HydrometFeed.LakeLevels, "lake level report", RefreshLakeLevelsAsync, report => Freshness.Of(report.Feed));
        _histories = new HistoryLruCache(settings with { Schedule = new HistorySchedule(options.HistoryLifetime) });
    }

    /// <summary>Gets the cached rainfall report without waiting; null when there is none, or it has expired.</summary>
    public RainfallReport? CurrentRainfall => Open(_rainfall).Current;

    /// <summary>Gets the cached all-sites report without waiting; null when there is none, or it has expired.</summary>
    public SiteReport? CurrentSites => Open(_sites).Current;

    /// <summary>Gets the cached lake levels without waiting; null when there are none, or they have expired.</summary>
    public LakeReport? CurrentLakeLevels => Open(_lakes).Current;

    internal int HistoryCount => _histories.Count;

    internal bool IsRefreshedInBackground { get; set; }

    internal DateTimeOffset NextRefreshAt =>
        new[] { _rainfall.NextRefreshAt, _sites.NextRefreshAt, _lakes.WasAskedFor ? _lakes.NextRefreshAt : DateTimeOffset.MaxValue }.Min();

    /// <summary>Gets the three rainfall feeds, joined with the all-sites response.</summary>
    /// <param name="cancellationToken">Cancels this call; the refresh continues for other callers.</param>
    /// <returns>The report. Totals from an earlier download are marked in <see cref="RainfallTotal.Source"/>.</returns>
    /// <exception cref="HydrometException">There is no report, or it has expired; the exception has the cause.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public ValueTask<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default) =>
        _rainfall.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets the all-sites response.</summary>
    /// <param name="cancellationToken">Cancels this call; the refresh continues for other callers.</param>
    /// <returns>The report; <see cref="SiteReport.Feed"/> has its age.</returns>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public ValueTask<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default) =>
        _sites.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Cancels this call; the refresh continues for other callers.</param>
    /// <returns>The levels; <see cref="LakeReport.Feed"/> has their age.</returns>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public ValueTask<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default) =>
        _lakes.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets LCRA's daily rain totals of a gauge, cached for <see cref="HydrometCacheOptions.HistoryLifetime"/>.</summary>
    /// <param name="site">An LCRA gauge; Austin's gauges have no daily totals.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="cancellationToken">Cancels this call; the download continues for other callers.</param>
    /// <returns>The days that LCRA has, as from <see cref="HydrometClient.GetDailyRainfallAsync"/>.</returns>
    /// <exception cref="ArgumentException">The range is not valid, or that history does not exist.</exception>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public Task<CachedHistory<DailyRainfall>> GetDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<DailyRainfall> Download(ICollection<Finding> findings, CancellationToken lifetime) => _client.ReadDailyRainfallAsync(site, first, last, findings, lifetime);
        _ = Download([], CancellationToken.None);
        return _histories.GetAsync(new HistoryKey(typeof(DailyRainfall), site, HistoryParameter.RainDaily, first, last, HistoryResolution.FifteenMinutes), Download, cancellationToken);
    }

    /// <summary>Gets a history of a site, cached for <see cref="HydrometCacheOptions.HistoryLifetime"/>. The whole history is in memory: use the client for decades of readings.</summary>
    /// <param name="site">An LCRA site, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">The measured parameter; Austin's gauges have only rain and flow.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="resolution">The resolution of the records.</param>
    /// <param name="cancellationToken">Cancels this call; the download continues for other callers.</param>
    /// <returns>The records that LCRA has, as from <see cref="HydrometClient.GetHistoryAsync(SiteId, HistoryParameter, DateOnly, DateOnly, HistoryResolution, CancellationToken)"/>.</returns>
    /// <inheritdoc cref="GetDailyRainfallAsync" path="/exception"/>
    public Task<CachedHistory<HistoryRecord>> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<HistoryRecord> Download(ICollection<Finding> findings, CancellationToken lifetime) =>
            _client.GetHistoryAsync(site, parameter, first, last, findings, resolution, lifetime);
        _ = Download([], CancellationToken.None);
        return _histories.GetAsync(new HistoryKey(typeof(HistoryRecord), site, parameter, first, last, resolution), Download, cancellationToken);
    }

    /// <summary>Cancels a running refresh and clears the cache.</summary>
    public void Dispose()
    {
        if (!_lifetime.IsCancellationRequested)
        {
            _lifetime.Cancel();
            _lifetime.Dispose();
        }
    }

    /// <summary>Refreshes what is due; lake levels only after they have been requested once.</summary>
    internal Task RefreshDueAsync() =>
        Task.WhenAll(_rainfall.RefreshDueAsync(), _sites.RefreshDueAsync(), _lakes.WasAskedFor ? _lakes.RefreshDueAsync() : Task.CompletedTask);

    private RefreshingCacheEntry<T> Open<T>(RefreshingCacheEntry<T> entry)
        where T : class
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
        return entry;
    }

    private async Task<RainfallReport> RefreshRainfallAsync(RainfallReport? earlier, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        RainfallFeedSet? feeds = earlier?.FeedSet.Since(now - _options.MaxStaleness)
            ?? (_rainfall.Status.Failure is { } failure ? RainfallFeedSet.Unavailable(failure) : null);
        return await _client.GetRainfallAsync(
            feeds,
            SitesAsync,
            feed => _rainfallSchedule.Begin(feed, now, force: feeds?[feed] is null or { Table: null, Failure: null }),
            cancellationToken).ConfigureAwait(false);

        async Task<SitesResult> SitesAsync(CancellationToken token)
        {
            await _sites.RefreshDueAsync().ConfigureAwait(false);
            return _sites.Current is { } sites ? new SitesResult(sites, Failure: null)
                : new SitesResult(Report: null, _sites.Status.Failure ?? new HydrometException("The all-sites response has not been downloaded yet."));
        }
    }

    private Task<SiteReport> RefreshSitesAsync(SiteReport? earlier, CancellationToken cancellationToken)
    {
        _sitesSchedule.Begin(_clock.GetUtcNow(), force: true);
        return earlier is null ? _client.GetSitesAsync(cancellationToken) : _client.RefreshSitesAsync(earlier, cancellationToken);
    }

    private Task<LakeReport> RefreshLakeLevelsAsync(LakeReport? earlier, CancellationToken cancellationToken)
    {
        _lakesSchedule.Begin(_clock.GetUtcNow(), force: true);
        return earlier is null ? _client.GetLakeLevelsAsync(cancellationToken) : _client.RefreshLakeLevelsAsync(earlier, cancellationToken);
    }
}
