using System.Diagnostics.CodeAnalysis;
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

/// <summary>Downloads LCRA's Hydromet feeds: rainfall, sites, lake levels and history.</summary>
/// <remarks>
/// Thread-safe. Create one with <see cref="Create"/> and use it as long as the application runs, or register it with
/// <c>services.AddHydrometClient()</c>.
/// </remarks>
public sealed partial class HydrometClient : IHydrometClient, IDisposable
{
    /// <summary>The name of the HTTP client that <c>AddHydrometClient</c> registers.</summary>
    public const string HttpClientName = "Lcra.Hydromet";

    private readonly HttpClient? _owned;
    private readonly FeedDownload _download;
    private readonly TimeProvider _timeProvider;
    private readonly RainfallDownload _rainfall;
    private readonly HistoryDownload _history;
    private readonly FeedObserver _observer;

    /// <summary>Initializes a new instance over an HTTP client of your own. Retries, connections and the <c>User-Agent</c> are its business.</summary>
    /// <param name="http">
    /// The HTTP client to send requests with; it stays the caller's. Requests go to its <see cref="HttpClient.BaseAddress"/>, or to LCRA
    /// when that is null. Its <see cref="HttpClient.Timeout"/> holds to the last byte of a body, and a body may have no more bytes than its
    /// <see cref="HttpClient.MaxResponseContentBufferSize"/> and the default of <see cref="HydrometClientOptions.MaxResponseBytes"/> allow.
    /// If it decompresses, a compressed body that is cut short cannot be detected; <see cref="Create"/> detects it.
    /// </param>
    /// <param name="loggerFactory">Where to log, in the category <c>Lcra.Hydromet.HydrometClient</c>; null for nowhere.</param>
    /// <param name="timeProvider">The clock that tells when a feed was fetched; null for the system's.</param>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address.</exception>
    public HydrometClient(HttpClient http, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(http, OptionsFor(http), timeProvider ?? TimeProvider.System, loggerFactory)
    {
    }

    internal HydrometClient(
        HttpClient http, HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory? loggerFactory = null, HydrometMetrics? metrics = null)
    {
        Metrics = metrics ?? HydrometMetrics.Shared;
        _download = new FeedDownload(http, options, timeProvider, Metrics);
        _observer = new FeedObserver(
            Metrics, (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger<HydrometClient>(), _download.BaseAddress.Host, timeProvider);
        _timeProvider = timeProvider;
        _rainfall = new RainfallDownload(_download, _observer);
        _history = new HistoryDownload(_download, _observer);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns the HTTP client and disposes it, and that one its handlers.")]
    private HydrometClient(HydrometClientOptions options, TimeProvider timeProvider, ILoggerFactory loggerFactory)
        : this(
            new HttpClient(HydrometHandlers.Create(options, timeProvider, loggerFactory, HydrometMetrics.Shared)), options, timeProvider, loggerFactory)
    {
        _owned = _download.Http;
        HydrometHandlers.Configure(_owned, options);
    }

    /// <summary>Creates a client with connections, retries and timeouts of its own, the same as a container's.</summary>
    /// <param name="options">The settings; null for the defaults. Later changes to the object have no effect.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock for timeouts, delays and fetch times; null for the system's.</param>
    /// <returns>The client. Dispose it to close its connections.</returns>
    /// <exception cref="ArgumentException">A setting is invalid; the message says which and why.</exception>
    /// <example>
    /// <code>
    /// using HydrometClient client = HydrometClient.Create();
    /// RainfallReport report = await client.GetRainfallAsync();
    /// </code>
    /// </example>
    public static HydrometClient Create(HydrometClientOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        HydrometClientOptions settings = (options ?? new HydrometClientOptions()).Copy();
        HydrometClientOptionsCrossValidator.Require(settings);
        return new HydrometClient(settings, timeProvider ?? TimeProvider.System, loggerFactory ?? NullLoggerFactory.Instance);
    }

    /// <inheritdoc/>
    public Task<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default) =>
        GetRainfallAsync(RainfallScope.AllFeeds, cancellationToken);

    /// <inheritdoc/>
    public Task<RainfallReport> GetRainfallAsync(RainfallScope scope, CancellationToken cancellationToken = default) =>
        _rainfall.GetAsync(earlier: null, SitesFor(scope, earlier: null), isDue: null, cancellationToken);

    /// <summary>Downloads the feeds of a report again; a feed that fails keeps the rows of the earlier report.</summary>
    /// <param name="earlier">The report to fall back to, feed by feed.</param>
    /// <param name="cancellationToken">Cancels the downloads.</param>
    /// <returns>
    /// The new report, of the same scope. A total that comes from earlier rows says so: <see cref="RainfallSource.RefreshFailed"/> is true and
    /// <see cref="RainfallSource.FetchedAt"/> is the time of that earlier download.
    /// </returns>
    /// <inheritdoc cref="GetRainfallAsync(CancellationToken)" path="/exception"/>
    public Task<RainfallReport> RefreshRainfallAsync(RainfallReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return _rainfall.GetAsync(earlier.FeedSet, SitesFor(earlier.Scope, earlier.FeedSet.Sites), isDue: null, cancellationToken);
    }

    /// <summary>Downloads the all-sites response: the sites of every agency with coordinates, rain, rivers, dams and weather.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The report; join it with a rainfall report by <see cref="RainfallReport.Join"/>.</returns>
    /// <exception cref="HydrometFormatException">The response could not be read.</exception>
    /// <exception cref="HydrometException">The response is unavailable.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default)
    {
        using FeedResponse response = await _download.GetAsync(HydrometFeed.AllSites, known: null, cancellationToken).ConfigureAwait(false);
        return ReadSites(response, earlier: null);
    }

    /// <summary>Downloads the all-sites response again; when that fails the earlier one stays and says so.</summary>
    /// <param name="earlier">The report to fall back to.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The new report, or the earlier one with <see cref="FeedStatus.Failure"/> set.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<SiteReport> RefreshSitesAsync(SiteReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        using FeedResponse response = await _download.GetAsync(HydrometFeed.AllSites, earlier.Validators, cancellationToken).ConfigureAwait(false);
        return ReadSites(response, earlier);
    }

    /// <summary>Downloads the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The levels.</returns>
    /// <exception cref="HydrometFormatException">The feed could not be read.</exception>
    /// <exception cref="HydrometException">The feed is unavailable.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public Task<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default) => GetLakeLevelsAsync(earlier: null, cancellationToken);

    /// <summary>Downloads the levels of the lakes again; when that fails the earlier ones stay and say so.</summary>
    /// <param name="earlier">The report to fall back to.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The new report, or the earlier one with <see cref="FeedStatus.Failure"/> set.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public Task<LakeReport> RefreshLakeLevelsAsync(LakeReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return GetLakeLevelsAsync(earlier.Table, cancellationToken);
    }

    /// <summary>Closes the connections of a client made by <see cref="Create"/>. An HTTP client of the caller's stays open.</summary>
    public void Dispose() => _owned?.Dispose();

    internal HydrometMetrics Metrics { get; }

    internal DateOnly Today => CentralTime.DayOf(_timeProvider.GetUtcNow());

    /// <summary>Requests the CSV feeds that are due, and joins them with what a cache has of the sites.</summary>
    internal Task<RainfallReport> GetRainfallAsync(
        RainfallFeedSet? earlier, Func<CancellationToken, Task<SitesResult>> sites, Func<HydrometFeed, bool> isDue, CancellationToken cancellationToken) =>
        _rainfall.GetAsync(earlier, sites, isDue, cancellationToken);

    private Func<CancellationToken, Task<SitesResult>>? SitesFor(RainfallScope scope, SiteReport? earlier) => scope switch
    {
        RainfallScope.CsvFeeds => null,
        RainfallScope.AllFeeds => cancellationToken => SitesResult.OfAsync(earlier is null ? GetSitesAsync(cancellationToken) : RefreshSitesAsync(earlier, cancellationToken)),
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "The scope is not a RainfallScope."),
    };

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
        using FeedResponse response = await _download.GetAsync(HydrometFeed.LakeLevels, earlier?.Validators, cancellationToken).ConfigureAwait(false);
        FeedResult result = _observer.Observe(response, response.Read(LakeFeed.Definition, alike: null, earlier));
        return result.Table is { } table ? LakeFeed.ToReport(table, result.Failure, result.Note) : throw result.Failure!;
    }

    private static HydrometClientOptions OptionsFor(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        HydrometClientOptions options = new();
        options.BaseAddress = http.BaseAddress ?? options.BaseAddress;
        options.MaxResponseBytes = (int)Math.Min(options.MaxResponseBytes, http.MaxResponseContentBufferSize);
        return options;
    }
}
