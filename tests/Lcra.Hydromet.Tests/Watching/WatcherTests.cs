using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Watching;

public class WatcherTests
{
    private static readonly DateTimeOffset Read = TestReports.Central(10, 2, 7);
    private static readonly TimeSpan OneTick = TimeSpan.FromTicks(1);
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);

    [Fact]
    public async Task It_asks_again_two_minutes_after_each_quarter_of_an_hour()
    {
        RainfallReport[] reports = [await ReportAsync(0, "1.00"), await ReportAsync(15, "1.10"), await ReportAsync(30, "1.30")];
        int asked = 0;
        HydrometWatcher watcher = new(_ => ValueTask.FromResult(reports[asked++]), options: null, _clock, phase: 0);
        await using IAsyncEnumerator<RainfallChange> changes = Rains(watcher);

        _clock.Advance(TimeSpan.FromMinutes(1));
        ValueTask<bool> first = changes.MoveNextAsync();
        _clock.Advance(TimeSpan.FromMinutes(14) - OneTick);
        Assert.Equal(1, asked);
        _clock.Advance(OneTick);
        Assert.True(await first);
        Assert.Equal(0.10m, changes.Current.Inches);

        ValueTask<bool> second = changes.MoveNextAsync();
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await second);
        Assert.Equal(0.20m, changes.Current.Inches);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_while_a_change_is_read_delays_no_poll()
    {
        SimulatedClock clock = new(TestReports.Morning);
        int asked = 0;
        HydrometWatcher watcher = new(_ => asked++ < 1 ? throw new HydrometException("down") { Feed = HydrometFeed.Rainfall } : new ValueTask<RainfallReport>(ReportAsync(0, "1.00")), options: null, clock, phase: 0);
        await using IAsyncEnumerator<RainfallChange> changes = watcher.WatchAsync().GetAsyncEnumerator();
        await changes.MoveNextAsync();

        clock.Error = TimeSpan.FromDays(-1);
        ValueTask<bool> next = changes.MoveNextAsync();
        clock.GoOn();

        Assert.True(await next);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Over_a_client_every_feed_goes_down_and_comes_up_again()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain");
        HydrometClient client = new(new HttpClient(feeds), new HydrometClientOptions(), _clock);
        HydrometWatcher watcher = new(client, new HydrometWatcherOptions { Interval = TimeSpan.FromMinutes(1) }, _clock);
        await using IAsyncEnumerator<RainfallChange> changes = watcher.WatchAsync().GetAsyncEnumerator();

        ValueTask<bool> down = changes.MoveNextAsync();
        feeds.With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await down);
        Assert.Equal((RainfallChangeKind.FeedDown, HydrometFeed.Rainfall), (changes.Current.Kind, changes.Current.Feed));

        ValueTask<bool> up = changes.MoveNextAsync();
        feeds.With(HydrometFeed.Rainfall, "plain");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await up);
        Assert.Equal((RainfallChangeKind.FeedUp, HydrometFeed.Rainfall), (changes.Current.Kind, changes.Current.Feed));
    }

    [Fact]
    public async Task When_nothing_can_be_had_all_three_feeds_are_down_and_the_watch_goes_on()
    {
        HydrometWatcher watcher = new(_ => throw new HydrometException("down") { Kind = HydrometFailureKind.Unreachable }, timeProvider: _clock);
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<RainfallChange> changes = watcher.WatchAsync(source.Token).GetAsyncEnumerator(CancellationToken.None);
        List<HydrometFeed?> down = [];
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await changes.MoveNextAsync());
            down.Add(changes.Current.Feed);
        }

        Assert.Equal([HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall], down);
        ValueTask<bool> next = changes.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_next_report()
    {
        RainfallReport report = await ReportAsync(0, "1.00");
        using CancellationTokenSource source = new();
        await using IAsyncEnumerator<RainfallChange> changes = new HydrometWatcher(_ => ValueTask.FromResult(report), timeProvider: _clock).WatchAsync(source.Token).GetAsyncEnumerator(CancellationToken.None);
        ValueTask<bool> next = changes.MoveNextAsync();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task When_only_the_all_sites_response_fails_at_first_it_alone_is_down()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);
        HydrometWatcher watcher = new(new HydrometClient(new HttpClient(feeds), new HydrometClientOptions(), _clock), timeProvider: _clock);

        Assert.Equal([HydrometFeed.AllSites], await FirstDownAsync(watcher));
    }

    [Fact]
    public async Task Over_a_cache_each_feed_has_a_status_of_its_own()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, "plain").With(HydrometFeed.FiveDayRainfall, HttpStatusCode.BadGateway);
        using HydrometCache cache = new(new HydrometClient(new HttpClient(feeds), new HydrometClientOptions(), _clock), timeProvider: _clock);

        Assert.Equal([HydrometFeed.FiveDayRainfall], await FirstDownAsync(new HydrometWatcher(cache, timeProvider: _clock)));
    }

    [Fact]
    public async Task A_source_that_joins_by_itself_loses_only_the_feed_that_failed()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);
        HydrometClient client = new(new HttpClient(feeds), new HydrometClientOptions(), _clock);
        HydrometWatcher watcher = new(
            async token => (await client.GetRainfallAsync(RainfallScope.CsvFeeds, token)).Join(await client.GetSitesAsync(token)), timeProvider: _clock);

        Assert.Equal([HydrometFeed.AllSites], await FirstDownAsync(watcher));
    }

    [Fact]
    public async Task When_no_feed_is_available_each_is_down_for_its_own_reason()
    {
        StubFeedHandler feeds = new StubFeedHandler()
            .With(HydrometFeed.Rainfall, HttpStatusCode.BadGateway)
            .With(HydrometFeed.FiveDayRainfall, HttpStatusCode.Forbidden)
            .With(HydrometFeed.MonthYearRainfall, HttpStatusCode.BadGateway)
            .With(HydrometFeed.AllSites, HttpStatusCode.BadGateway);
        HydrometWatcher watcher = new(new HydrometClient(new HttpClient(feeds), new HydrometClientOptions(), _clock), timeProvider: _clock);

        List<RainfallChange> changes = await FirstAsync(watcher);

        Assert.Equal(4, changes.Count);
        Assert.Equal(HydrometFailureKind.Blocked, changes.Single(change => change.Feed == HydrometFeed.FiveDayRainfall).Failure!.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.999)]
    [InlineData(-60)]
    [InlineData(86_401)]
    public void An_interval_that_cannot_work_is_refused_when_it_is_set(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HydrometWatcherOptions { Interval = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public async Task Watchers_poll_at_different_seconds()
    {
        RainfallReport[] reports = [await ReportAsync(0, "1.00"), await ReportAsync(15, "1.10")];
        int asked = 0;
        HydrometWatcher watcher = new(_ => ValueTask.FromResult(reports[asked++]), options: null, _clock, phase: 0.5);
        await using IAsyncEnumerator<RainfallChange> changes = Rains(watcher);
        ValueTask<bool> next = changes.MoveNextAsync();

        _clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(29));
        Assert.Equal(1, asked);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await next);
        Assert.Equal(2, asked);
    }

    private static async Task<List<HydrometFeed?>> FirstDownAsync(HydrometWatcher watcher) =>
        [.. (await FirstAsync(watcher)).Where(change => change.Kind == RainfallChangeKind.FeedDown).Select(change => change.Feed)];

    // What a watch tells before it waits.
    private static async Task<List<RainfallChange>> FirstAsync(HydrometWatcher watcher)
    {
        using CancellationTokenSource source = new();
        List<RainfallChange> changes = [];
        try
        {
            await foreach (RainfallChange change in watcher.WatchAsync(source.Token))
            {
                changes.Add(change);
                source.CancelAfter(TimeSpan.FromMilliseconds(300));
            }
        }
        catch (OperationCanceledException)
        {
            return changes;
        }

        return changes;
    }

    private static IAsyncEnumerator<RainfallChange> Rains(HydrometWatcher watcher) =>
        watcher.WatchAsync().Where(change => change.Site is not null).GetAsyncEnumerator();

    private static Task<RainfallReport> ReportAsync(int minutes, string sinceMidnight) =>
        GaugeRow.ReportAsync(Read.AddMinutes(minutes), new GaugeRow(Read.AddMinutes(minutes), sinceMidnight));
}
