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
        HydrometWatcher watcher = new(_ => ValueTask.FromResult(reports[asked++]), _clock);
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
    public async Task Over_a_client_every_feed_goes_down_and_comes_up_again()
    {
        StubFeedHandler feeds = TestReports.Feeds();
        HydrometClient client = new(new HttpClient(feeds), new HydrometClientOptions(), _clock);
        HydrometWatcher watcher = new(client, _clock, new HydrometWatcherOptions { Interval = TimeSpan.FromMinutes(1) });
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
        HydrometWatcher watcher = new(_ => throw new HydrometException("down") { Kind = HydrometFailureKind.Unreachable }, _clock);
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
        await using IAsyncEnumerator<RainfallChange> changes = new HydrometWatcher(_ => ValueTask.FromResult(report), _clock).WatchAsync(source.Token).GetAsyncEnumerator(CancellationToken.None);
        ValueTask<bool> next = changes.MoveNextAsync();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public void An_interval_of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => new HydrometWatcher(TestReports.Client(TestReports.Feeds()), _clock, new HydrometWatcherOptions { Interval = TimeSpan.Zero }));

    private static IAsyncEnumerator<RainfallChange> Rains(HydrometWatcher watcher) =>
        watcher.WatchAsync().Where(change => change.Site is not null).GetAsyncEnumerator();

    private static Task<RainfallReport> ReportAsync(int minutes, string sinceMidnight) =>
        GaugeRow.ReportAsync(Read.AddMinutes(minutes), new GaugeRow(Read.AddMinutes(minutes), sinceMidnight));
}
