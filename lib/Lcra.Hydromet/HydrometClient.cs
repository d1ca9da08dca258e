using Lcra.Hydromet.Internal;
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
        _timeProvider = timeProvider;
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
        GetRainfallAsync(null, cancellationToken);

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
        FeedAnswer answer = await GetFeedAsync(HydrometFeed.AllSites, cancellationToken).ConfigureAwait(false);
        return _observer.ReadSites(answer);
    }

    /// <summary>Downloads the all-sites answer again; when that fails the earlier one stays and says so.</summary>
    /// <param name="earlier">The report to fall back to.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The new report, or the earlier one with <see cref="FeedStatus.Failure"/> set.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<SiteReport> RefreshSitesAsync(SiteReport earlier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        try
        {
            return await GetSitesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (HydrometException failure)
        {
            return earlier.Failed(failure);
        }
    }

    /// <summary>Downloads the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The levels.</returns>
    /// <exception cref="HydrometFormatException">The feed could not be read.</exception>
    /// <exception cref="HydrometException">The feed could not be had.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default)
    {
        FeedAnswer answer = await GetFeedAsync(HydrometFeed.LakeLevels, cancellationToken).ConfigureAwait(false);
        FeedResult result = _observer.Read(answer, LakeFeed.Definition, alike: null);
        return result.Table is { } table ? LakeFeed.ToReport(table) : throw result.Failure!;
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
    public IAsyncEnumerable<CounterReading> GetRainCounterAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default) =>
        RainHistory.CountsAsync(GetHistoryAsync(site, HistoryParameter.Rain, first, last, resolution, cancellationToken), cancellationToken);

    internal DateOnly Today => CentralTime.DayOf(_timeProvider.GetUtcNow());

    private async Task<RainfallReport> GetRainfallAsync(RainfallFeedSet? earlier, CancellationToken cancellationToken)
    {
        FeedAnswer[] answers = await Task.WhenAll(
            GetFeedAsync(HydrometFeed.Rainfall, cancellationToken),
            GetFeedAsync(HydrometFeed.FiveDayRainfall, cancellationToken),
            GetFeedAsync(HydrometFeed.MonthYearRainfall, cancellationToken)).ConfigureAwait(false);

        FeedResult recent = _observer.Read(answers[0], RainfallFeeds.Recent, earlier?.Recent?.Rows);
        FeedRow[]? alike = (recent.Table ?? earlier?.Recent)?.Rows;
        RainfallFeedSet feeds = new(
            recent.OrEarlier(earlier?[HydrometFeed.Rainfall]),
            _observer.Read(answers[1], RainfallFeeds.FiveDay, alike).OrEarlier(earlier?[HydrometFeed.FiveDayRainfall]),
            _observer.Read(answers[2], RainfallFeeds.MonthYear, alike).OrEarlier(earlier?[HydrometFeed.MonthYearRainfall]));
        return feeds.Results.Any(result => result.Table is not null)
            ? new RainfallReport(feeds)
            : throw NothingReadable(feeds.Results);
    }

    private async Task<FeedAnswer> GetFeedAsync(HydrometFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            byte[] body = await _download.GetAsync(feed, feed.Path, cancellationToken).ConfigureAwait(false);
            return new FeedAnswer(body, _timeProvider.GetUtcNow(), null);
        }
        catch (HydrometException failure)
        {
            return new FeedAnswer(default, _timeProvider.GetUtcNow(), failure);
        }
    }

    private static HydrometClientOptions OptionsFor(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        HydrometClientOptions options = new();
        options.BaseAddress = http.BaseAddress ?? options.BaseAddress;
        return options;
    }

    private static HydrometException NothingReadable(IReadOnlyList<FeedResult> results)
    {
        string causes = string.Join(' ', results.Select(result => $"{result.Feed}: {result.Failure!.Message}"));
        string message = $"None of the three rainfall feeds could be read. {causes}";
        AggregateException all = new(results.Select(result => result.Failure!));
        bool transient = results.All(result => result.Failure!.IsTransient);
        return results.All(result => result.Failure is HydrometFormatException)
            ? new HydrometFormatException(message, all) { IsTransient = transient }
            : new HydrometException(message, all)
            {
                IsTransient = transient,
                RequestUri = results.Select(result => result.Failure!.RequestUri).FirstOrDefault(uri => uri is not null),
                StatusCode = results.Select(result => result.Failure!.StatusCode).FirstOrDefault(status => status is not null),
                RetryAfter = results.Max(result => result.Failure!.RetryAfter),
                Kind = results.Select(result => result.Failure!.Kind).Distinct().Skip(1).Any() ? HydrometFailureKind.Other : results[0].Failure!.Kind,
            };
    }
}
