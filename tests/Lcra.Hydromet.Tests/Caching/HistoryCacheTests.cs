using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet.Caching.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

public sealed class HistoryCacheTests : IDisposable
{
    private static readonly DateOnly First = RecordedHistories.Day("2026-09-01");
    private static readonly DateOnly Last = RecordedHistories.Day("2026-09-30");
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);
    private readonly StubHistoryHandler _lcra = new(RecordedHistories.DaysAndOneMore);
    private HydrometCache? _cache;

    private HydrometCache Cache => _cache ??= CacheWith(new HydrometCacheOptions { MaxHistories = 2 });

    [Fact]
    public async Task A_history_is_downloaded_once_and_says_when()
    {
        CachedHistory<DailyRainfall> first = await DaysAsync();
        CachedHistory<DailyRainfall> second = await DaysAsync();

        Assert.Same(first, second);
        Assert.Equal((30, TestReports.Morning), (first.Records.Count, first.FetchedAt));
        Assert.Single(_lcra.Requested);
    }

    [Fact]
    public async Task After_its_time_a_history_is_downloaded_again()
    {
        await DaysAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(TestReports.Morning.AddMinutes(15), (await DaysAsync()).FetchedAt);
    }

    [Fact]
    public async Task What_was_not_requested_the_longest_goes_first()
    {
        await DaysAsync();
        await Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, First);
        await DaysAsync();
        await Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, Last, Last);
        await DaysAsync();
        Assert.Equal(3, _lcra.Requested.Count);

        await Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, First);

        Assert.Equal(4, _lcra.Requested.Count);
    }

    [Fact]
    public async Task Days_and_readings_are_kept_apart()
    {
        CachedHistory<DailyRainfall> days = await DaysAsync();
        CachedHistory<HistoryRecord> records = await Cache.GetHistoryAsync(RecordedHistories.Gauge, HistoryParameter.RainDaily, First, Last);

        Assert.Equal(days.Records.Select(day => day.Inches), records.Records.Select(record => record.Value1));
    }

    [Fact]
    public async Task When_it_cannot_be_had_again_the_earlier_one_is_given_and_says_so()
    {
        HttpStatusCode status = HttpStatusCode.OK;
        using HydrometCache cache = new(
            RecordedHistories.Client(new StatusHandler(() => status)), new HydrometCacheOptions(), _clock);
        CachedHistory<DailyRainfall> earlier = await cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);
        status = HttpStatusCode.BadGateway;
        _clock.Advance(TimeSpan.FromMinutes(15));

        CachedHistory<DailyRainfall> kept = await cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);

        Assert.Equal((earlier.FetchedAt, HttpStatusCode.BadGateway), (kept.FetchedAt, kept.Failure!.StatusCode));
        Assert.Same(earlier.Records, kept.Records);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(300, 5)]
    public async Task A_failure_is_retried_long_before_the_lifetime_ends(int? retryAfterSeconds, int minutes)
    {
        HttpStatusCode status = HttpStatusCode.BadGateway;
        int asked = 0;
        using StatusHandler lcra = new(
            () =>
            {
                asked++;
                return status;
            },
            retryAfterSeconds);
        using HydrometCache cache = new(RecordedHistories.Client(lcra), new HydrometCacheOptions { HistoryLifetime = TimeSpan.FromHours(6) }, _clock);
        Task<CachedHistory<DailyRainfall>> AskAsync() => cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);
        await Assert.ThrowsAsync<HydrometException>(AskAsync);
        status = HttpStatusCode.OK;
        _clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<HydrometException>(AskAsync);
        Assert.Equal(1, asked);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(30, (await AskAsync()).Records.Count);
    }

    [Fact]
    public async Task Failed_histories_are_bounded_in_number()
    {
        using StatusHandler lcra = new(() => HttpStatusCode.BadGateway);
        using HydrometCache cache = new(RecordedHistories.Client(lcra), new HydrometCacheOptions { MaxHistories = 2 }, _clock);

        for (int days = 0; days < 20; days++)
        {
            await Assert.ThrowsAsync<HydrometException>(() => cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, First.AddDays(days)));
        }

        Assert.Equal(2, cache.HistoryCount);
    }

    [Fact]
    public async Task A_history_that_is_too_large_takes_no_other_with_it()
    {
        using CancellationTokenSource lifetime = new();
        HydrometCacheOptions options = new();
        HistoryLruCache histories = new(
            new RefreshingCacheSettings(options, new HistorySchedule(options.HistoryLifetime), _clock, Lcra.Hydromet.Telemetry.Internal.HydrometMetrics.Shared, lifetime.Token), maxBytes: 10_000);
        HistoryKey Key(int days) => new(typeof(DailyRainfall), RecordedHistories.Gauge, HistoryParameter.RainDaily, First, First.AddDays(days), HistoryResolution.FifteenMinutes);
        Task<CachedHistory<DailyRainfall>> AskAsync(int days) => histories.GetAsync(Key(days), (_, _) => TestSeries.DryDays(First, First.AddDays(days)).ToAsyncEnumerable(), CancellationToken.None);

        await AskAsync(10);
        CachedHistory<DailyRainfall> large = await AskAsync(1000);

        Assert.Equal((1001, 1), (large.Records.Count, histories.Count));
        Assert.Same(await AskAsync(10), await AskAsync(10));
    }

    [Fact]
    public void A_span_that_is_backwards_is_refused_at_once() =>
        Assert.ThrowsAny<ArgumentException>(() => { _ = Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, Last, First); });

    public void Dispose()
    {
        _cache?.Dispose();
        _lcra.Dispose();
    }

    private Task<CachedHistory<DailyRainfall>> DaysAsync() => Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);

    private HydrometCache CacheWith(HydrometCacheOptions options) => new(RecordedHistories.Client(_lcra), options, _clock);

    private sealed class StatusHandler(Func<HttpStatusCode> status, int? retryAfterSeconds = null) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new(status()) { Content = new StringContent(RecordedHistories.DaysAndOneMore(HistoryCall.Of(request.RequestUri!))) };
            response.Headers.RetryAfter = retryAfterSeconds is { } seconds ? new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) : null;
            return Task.FromResult(response);
        }
    }
}
