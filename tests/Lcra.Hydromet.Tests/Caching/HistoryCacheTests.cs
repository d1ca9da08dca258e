using System.Net;
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
    public async Task What_was_not_asked_for_the_longest_goes_first()
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
            RecordedHistories.Client(new SwitchedHistory(() => status)), new HydrometCacheOptions(), _clock);
        CachedHistory<DailyRainfall> earlier = await cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);
        status = HttpStatusCode.BadGateway;
        _clock.Advance(TimeSpan.FromMinutes(15));

        CachedHistory<DailyRainfall> kept = await cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);

        Assert.Equal((earlier.FetchedAt, HttpStatusCode.BadGateway), (kept.FetchedAt, kept.Failure!.StatusCode));
        Assert.Same(earlier.Records, kept.Records);
    }

    [Fact]
    public void A_span_that_is_backwards_is_refused_at_once() =>
        Assert.ThrowsAny<ArgumentException>(() => { _ = Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, Last, First).AsTask(); });

    public void Dispose()
    {
        _cache?.Dispose();
        _lcra.Dispose();
    }

    private ValueTask<CachedHistory<DailyRainfall>> DaysAsync() => Cache.GetDailyRainfallAsync(RecordedHistories.Gauge, First, Last);

    private HydrometCache CacheWith(HydrometCacheOptions options) => new(RecordedHistories.Client(_lcra), options, _clock);

    private sealed class SwitchedHistory(Func<HttpStatusCode> status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status()) { Content = new StringContent(RecordedHistories.DaysAndOneMore(HistoryCall.Of(request.RequestUri!))) });
    }
}
