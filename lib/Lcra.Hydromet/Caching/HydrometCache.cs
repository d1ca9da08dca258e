using System.Security.Cryptography;
using Lcra.Hydromet.Caching.Internal;

namespace Lcra.Hydromet;

/// <summary>Keeps LCRA's answers and shares them: one download of each feed and 15-minute cycle, however many callers there are.</summary>
/// <remarks>
/// Thread-safe; keep one for the whole application, or register it with <c>services.AddHydrometCache()</c>. A caller who asks when
/// new files are due waits for them, together with all others; in between, nobody waits. While LCRA is down the last good answers are
/// given, each feed with the time of its own download, until <see cref="HydrometCacheOptions.MaxStaleness"/>.
/// </remarks>
public sealed class HydrometCache : IDisposable
{
    private const int PhaseSteps = 1000;
    private readonly HydrometClient _client;
    private readonly TimeProvider _clock;
    private readonly HydrometCacheOptions _options;
    private readonly CancellationTokenSource _lifetime = new();
    private readonly RefreshingCacheEntry<RainfallReport> _rainfall;
    private readonly RefreshingCacheEntry<SiteReport> _sites;
    private readonly RefreshingCacheEntry<LakeReport> _lakes;
    private readonly HistoryLruCache<DailyRainfall> _days;
    private readonly HistoryLruCache<HistoryRecord> _records;

    /// <summary>Initializes a new instance with the default settings.</summary>
    /// <param name="client">The client that downloads.</param>
    public HydrometCache(HydrometClient client)
        : this(client, new HydrometCacheOptions(), TimeProvider.System)
    {
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="client">The client that downloads.</param>
    /// <param name="options">When to refresh, and how long to give old answers.</param>
    /// <param name="timeProvider">The clock that refreshes follow.</param>
    /// <exception cref="ArgumentException">A setting makes no sense; the message says which.</exception>
    public HydrometCache(HydrometClient client, HydrometCacheOptions options, TimeProvider timeProvider)
        : this(client, options, timeProvider, RandomNumberGenerator.GetInt32(PhaseSteps + 1) / (double)PhaseSteps)
    {
    }

    internal HydrometCache(HydrometClient client, HydrometCacheOptions options, TimeProvider timeProvider, double phase)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        HydrometCacheOptionsCrossValidator.Require(options);
        _client = client;
        _clock = timeProvider;
        _options = options;
        RefreshingCacheSettings settings = new(options, new RefreshSchedule(options, phase), timeProvider, client.Metrics, _lifetime.Token);
        RefreshingCacheSettings forHistory = settings with { Schedule = new RefreshSchedule(new HydrometCacheOptions { RefreshInterval = options.HistoryLifetime }, phase) };
        _rainfall = new RefreshingCacheEntry<RainfallReport>(settings, feed: null, "rainfall report", RefreshRainfallAsync, report => Freshness.Of([.. report.Feeds]));
        _sites = new RefreshingCacheEntry<SiteReport>(settings, HydrometFeed.AllSites, "all-sites answer", RefreshSitesAsync, report => Freshness.Of(report.Feed));
        _lakes = new RefreshingCacheEntry<LakeReport>(settings, HydrometFeed.LakeLevels, "lake level", RefreshLakeLevelsAsync, report => Freshness.Of(report.Feed));
        _days = new HistoryLruCache<DailyRainfall>(forHistory);
        _records = new HistoryLruCache<HistoryRecord>(forHistory);
    }

    /// <summary>Gets the rainfall report that is kept, without waiting; null when there is none that is young enough.</summary>
    public RainfallReport? CurrentRainfall => _rainfall.GetCurrent();

    /// <summary>Gets the all-sites answer that is kept, without waiting; null when there is none that is young enough.</summary>
    public SiteReport? CurrentSites => _sites.GetCurrent();

    /// <summary>Gets the lake levels that are kept, without waiting; null when there are none that are young enough.</summary>
    public LakeReport? CurrentLakeLevels => _lakes.GetCurrent();

    /// <summary>Gets how old the rainfall report is and when it is refreshed.</summary>
    public HydrometCacheStatus RainfallStatus => _rainfall.Status;

    /// <summary>Gets how old the all-sites answer is and when it is refreshed.</summary>
    public HydrometCacheStatus SitesStatus => _sites.Status;

    /// <summary>Gets how old the lake levels are and when they are refreshed.</summary>
    public HydrometCacheStatus LakeLevelsStatus => _lakes.Status;

    internal bool IsRefreshedInBackground { get; set; }

    internal DateTimeOffset NextRefreshAt =>
        new[] { _rainfall.NextRefreshAt, _sites.NextRefreshAt, _lakes.WasAskedFor ? _lakes.NextRefreshAt : DateTimeOffset.MaxValue }.Min();

    /// <summary>Gets the three rainfall feeds, joined with the all-sites answer when that can be had.</summary>
    /// <param name="cancellationToken">Ends the waiting of this caller; the refresh goes on for the others.</param>
    /// <returns>The report. What comes from an earlier download says so in <see cref="RainfallTotal.Source"/>.</returns>
    /// <exception cref="HydrometException">There is no report, or none that is young enough; it carries what failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The cache was disposed.</exception>
    public ValueTask<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default) =>
        _rainfall.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets the all-sites answer.</summary>
    /// <param name="cancellationToken">Ends the waiting of this caller; the refresh goes on for the others.</param>
    /// <returns>The answer; <see cref="SiteReport.Feed"/> tells its age.</returns>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public ValueTask<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default) =>
        _sites.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Ends the waiting of this caller; the refresh goes on for the others.</param>
    /// <returns>The levels; <see cref="LakeReport.Feed"/> tells their age.</returns>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public ValueTask<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default) =>
        _lakes.GetAsync(IsRefreshedInBackground, cancellationToken);

    /// <summary>Gets LCRA's daily rain totals of a gauge, kept for <see cref="HydrometCacheOptions.HistoryLifetime"/>.</summary>
    /// <param name="site">A gauge of LCRA; Austin's have no daily totals.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time; it belongs to the span.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller; the download goes on for the others.</param>
    /// <returns>The days that LCRA has, as <see cref="HydrometClient.GetDailyRainfallAsync"/> gives them.</returns>
    /// <exception cref="ArgumentException">The span is backwards or absurd, or nobody keeps that history.</exception>
    /// <inheritdoc cref="GetRainfallAsync" path="/exception"/>
    public ValueTask<CachedHistory<DailyRainfall>> GetDailyRainfallAsync(
        SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<DailyRainfall> Download(CancellationToken lifetime) => _client.GetDailyRainfallAsync(site, first, last, lifetime);
        _ = Download(CancellationToken.None);
        return _days.GetAsync(new HistoryKey(site, HistoryParameter.RainDaily, first, last, HistoryResolution.FifteenMinutes), Download, cancellationToken);
    }

    /// <summary>Gets a history of a site, kept for <see cref="HydrometCacheOptions.HistoryLifetime"/>. It stands in memory whole: ask the client itself for decades of readings.</summary>
    /// <param name="site">A site of LCRA, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">What was measured; Austin's gauges have rain and flow only.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time; it belongs to the span.</param>
    /// <param name="resolution">How close together the records are to be.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller; the download goes on for the others.</param>
    /// <returns>The records that LCRA has, as <see cref="HydrometClient.GetHistoryAsync"/> gives them.</returns>
    /// <inheritdoc cref="GetDailyRainfallAsync" path="/exception"/>
    public ValueTask<CachedHistory<HistoryRecord>> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        IAsyncEnumerable<HistoryRecord> Download(CancellationToken lifetime) => _client.GetHistoryAsync(site, parameter, first, last, resolution, lifetime);
        _ = Download(CancellationToken.None);
        return _records.GetAsync(new HistoryKey(site, parameter, first, last, resolution), Download, cancellationToken);
    }

    /// <summary>Ends a refresh that is under way and forgets everything.</summary>
    public void Dispose()
    {
        if (!_lifetime.IsCancellationRequested)
        {
            _lifetime.Cancel();
            _lifetime.Dispose();
        }
    }

    /// <summary>Refreshes what is due; lake levels once somebody has asked for them.</summary>
    internal Task RefreshDueAsync() =>
        Task.WhenAll(_rainfall.RefreshDueAsync(), _sites.RefreshDueAsync(), _lakes.WasAskedFor ? _lakes.RefreshDueAsync() : Task.CompletedTask);

    private async Task<RainfallReport> RefreshRainfallAsync(RainfallReport? earlier, CancellationToken cancellationToken)
    {
        Task refreshed = _sites.RefreshSinceAsync(_rainfall.NextRefreshAt);
        RainfallReport report = await _client.GetRainfallAsync(earlier?.FeedSet.Since(_clock.GetUtcNow() - _options.MaxStaleness), cancellationToken).ConfigureAwait(false);
        await refreshed.ConfigureAwait(false);
        return _sites.Current is { } sites ? report.Join(sites) : report;
    }

    private Task<SiteReport> RefreshSitesAsync(SiteReport? earlier, CancellationToken cancellationToken) =>
        earlier is null ? _client.GetSitesAsync(cancellationToken) : _client.RefreshSitesAsync(earlier, cancellationToken);

    private Task<LakeReport> RefreshLakeLevelsAsync(LakeReport? earlier, CancellationToken cancellationToken) =>
        earlier is null ? _client.GetLakeLevelsAsync(cancellationToken) : _client.RefreshLakeLevelsAsync(earlier, cancellationToken);
}
