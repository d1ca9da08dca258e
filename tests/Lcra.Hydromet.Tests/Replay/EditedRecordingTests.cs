using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Replay;

public class EditedRecordingTests
{
    private static readonly SiteId Gauge = SiteId.Parse("3018");
    private static readonly SiteId Austin = SiteId.Parse("COA:950");

    public static TheoryData<string> Periods => [.. RainfallPeriod.All.Select(period => period.Key)];

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task Any_total_can_be_set_and_the_others_stay(string key)
    {
        RainfallPeriod period = RainfallPeriod.Parse(key);
        RainfallReport before = await ReportAsync(HydrometRecording.StormOfOctober2026());
        RainfallReport after = await ReportAsync(HydrometRecording.StormOfOctober2026().With(Gauge, period, 43.21m));

        Assert.Equal(43.21m, after.Total(Gauge, period)!.Inches);
        Assert.Equal(Others(before, period), Others(after, period));
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task Any_total_can_be_blank(string key)
    {
        RainfallPeriod period = RainfallPeriod.Parse(key);

        RainfallTotal total = (await ReportAsync(HydrometRecording.StormOfOctober2026().WithMissing(Gauge, period))).Total(Gauge, period)!;

        Assert.Equal((null, MissingReason.Blank), (total.Inches, total.Missing));
    }

    [Fact]
    public async Task A_gauge_of_Austin_is_set_in_the_all_sites_response() =>
        Assert.Equal(1.36m, (await ReportAsync(HydrometRecording.StormOfOctober2026().With(Austin, RainfallPeriod.OneHour, 1.36m))).Total(Austin, RainfallPeriod.OneHour)!.Inches);

    [Fact]
    public void A_gauge_that_is_not_there_is_an_error() =>
        Assert.Throws<ArgumentException>(() => HydrometRecording.StormOfOctober2026().With(SiteId.Parse("1"), RainfallPeriod.OneHour, 1));

    [Fact]
    public async Task Daily_rain_is_set_for_any_gauge()
    {
        DailyRainfall[] days = [new() { Day = new DateOnly(2026, 9, 29), Inches = 1.25m }, new() { Day = new DateOnly(2026, 9, 30) }];
        HydrometRecording recording = HydrometRecording.StormOfOctober2026().WithDaily(SiteId.Parse("2268"), days);

        List<DailyRainfall> read = await Client(recording).GetDailyRainfallAsync(SiteId.Parse("2268"), new DateOnly(2026, 9, 28), new DateOnly(2026, 10, 1)).ToListAsync();

        Assert.Equal([null, 1.25m, null, 7.41m], read.Select(day => day.Day.Day == 28 ? null : day.Inches));
    }

    [Fact]
    public async Task Accumulated_rainfall_is_set_for_any_gauge()
    {
        DateTimeOffset start = TestReports.Central(10, 1, 12);
        HydrometRecording recording = HydrometRecording.StormOfOctober2026()
            .WithAccumulated(Gauge, [new(start, 10.00m), new(start.AddMinutes(15), 10.40m), new(start.AddMinutes(30), 10.50m)]);

        SeriesTotal total = await Client(recording).GetRainfallTotalAsync(Gauge, start, start.AddMinutes(30));

        Assert.Equal((0.50m, 1m), (total.Inches, total.Coverage));
    }

    [Theory]
    [InlineData(404, HydrometFailureKind.HttpError)]
    [InlineData(403, HydrometFailureKind.Blocked)]
    public async Task A_feed_can_fail_alone(int status, HydrometFailureKind kind)
    {
        RainfallReport report = await ReportAsync(HydrometRecording.StormOfOctober2026().WithFailure(HydrometFeed.FiveDayRainfall, status));

        Assert.Equal([(HydrometFeed.FiveDayRainfall, kind)], report.Feeds.Where(feed => feed.Failure is not null).Select(feed => (feed.Feed, feed.Failure!.Kind)));
        Assert.Equal(MissingReason.FeedUnavailable, report.Total(Gauge, RainfallPeriod.OneDayAgo)!.Missing);
    }

    [Fact]
    public async Task A_history_can_fail() =>
        await Assert.ThrowsAsync<HydrometException>(async () => await Client(HydrometRecording.StormOfOctober2026().WithFailure(HydrometFeed.History, 404))
            .GetDailyRainfallAsync(SiteId.Parse("2268"), new DateOnly(2026, 9, 28), new DateOnly(2026, 10, 1)).ToListAsync());

    [Fact]
    public void Another_time_of_another_day_is_an_error() =>
        Assert.Throws<ArgumentException>(() => HydrometRecording.StormOfOctober2026().At(TestReports.Central(10, 3, 7)));

    [Fact]
    public async Task A_watcher_sees_a_sequence_under_a_clock_that_goes_on()
    {
        HydrometRecording first = HydrometRecording.StormOfOctober2026();
        HydrometRecording second = first.At(first.RecordedAt.AddMinutes(15)).With(Gauge, RainfallPeriod.SinceMidnight, 3.00m);
        FakeTimeProvider clock = new(first.RecordedAt.AddMinutes(3));
        ServiceCollection services = new();
        services.AddHydrometClient().UseReplay([first, second], clock);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HydrometWatcher watcher = new(provider.GetRequiredService<IHydrometClient>(), new HydrometWatcherOptions { Interval = TimeSpan.FromMinutes(15) }, clock);
        await using IAsyncEnumerator<RainfallChange> changes = watcher.WatchAsync().Where(change => change.Kind == RainfallChangeKind.NewRain).GetAsyncEnumerator();

        ValueTask<bool> next = changes.MoveNextAsync();
        await clock.AdvanceUntilAsync(TimeSpan.FromMinutes(1), () => next.IsCompleted);

        Assert.True(await next);
        Assert.Equal(Gauge, changes.Current.Site!.Id);
        Assert.Equal(TestReports.Central(10, 2, 7, 10), changes.Current.To);
    }

    private static IEnumerable<string> Others(RainfallReport report, RainfallPeriod changed) =>
        report.Gauges.SelectMany(gauge => gauge.Totals.Where(total => gauge.Site.Id != Gauge || total.Period != changed).Select(total => $"{gauge.Site.Id} {total.Period} {total.Inches}"));

    private static HydrometClient Client(HydrometRecording recording) =>
        new(new HttpClient(new ReplayHandler(recording)), timeProvider: new FakeTimeProvider(recording.RecordedAt));

    private static Task<RainfallReport> ReportAsync(HydrometRecording recording) => Client(recording).GetRainfallAsync();
}
