using System.Net;
using Lcra.Hydromet.Telemetry.Internal;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Telemetry;

public sealed class MetricsTests : IAsyncLifetime
{
    private readonly StubFeeds _feeds = TestReports.Feeds().With(HydrometFeed.LakeLevels, "plain");
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);
    private readonly ServiceProvider _container;
    private readonly RecordingMetrics _heard;

    public MetricsTests()
    {
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddHydrometClient(options =>
        {
            options.RetryDelay = TimeSpan.Zero;
            options.BaseAddress = new Uri("http://gauges.example/");
        }).ConfigurePrimaryHttpMessageHandler(() => _feeds);
        _container = services.BuildServiceProvider();
        _heard = new RecordingMetrics(_container);
    }

    private HydrometClient Client => _container.GetRequiredService<HydrometClient>();

    [Fact]
    public async Task Each_feed_of_a_report_is_one_request()
    {
        await Client.GetRainfallAsync();

        Assert.Equal(
            ["hydromet.requests 1 hydromet.feed=Rain5Day.csv", "hydromet.requests 1 hydromet.feed=RainMonthYear.csv", "hydromet.requests 1 hydromet.feed=Rainfall.csv"],
            _heard.Of("hydromet.requests"));
    }

    [Fact]
    public async Task A_failed_request_says_why_and_each_retry_is_counted()
    {
        _feeds.With(HydrometFeed.LakeLevels, HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<HydrometException>(() => Client.GetLakeLevelsAsync());

        Assert.Equal(["hydromet.requests 1 hydromet.feed=LakeLevel.csv error.type=HttpError"], _heard.Of("hydromet.requests"));
        Assert.Equal(Enumerable.Repeat("hydromet.retries 1 hydromet.feed=LakeLevel.csv", 2), _heard.Of("hydromet.retries"));
    }

    [Fact]
    public async Task Size_and_rows_are_those_of_the_feed()
    {
        await Client.GetLakeLevelsAsync();

        int size = FeedFile.Read(HydrometFeed.LakeLevels, "plain").Length;
        Assert.Equal([$"hydromet.response.size {size} hydromet.feed=LakeLevel.csv"], _heard.Of("hydromet.response.size"));
        Assert.Equal(["hydromet.rows 3 hydromet.feed=LakeLevel.csv"], _heard.Of("hydromet.rows"));
    }

    [Fact]
    public async Task A_cell_that_is_no_amount_is_counted_as_rejected()
    {
        _feeds.With(HydrometFeed.Rainfall, "not-a-number");

        RainfallReport report = await Client.GetRainfallAsync();

        Assert.Equal([$"hydromet.cells.rejected {report.Feeds[0].UnreadableValueCount} hydromet.feed=Rainfall.csv"], _heard.Of("hydromet.cells.rejected"));
    }

    [Fact]
    public async Task The_age_of_a_feed_grows_while_LCRA_does_not_answer()
    {
        RainfallReport report = await Client.GetRainfallAsync();
        _feeds.With(HydrometFeed.Rainfall, HttpStatusCode.NotFound);
        _clock.Advance(TimeSpan.FromMinutes(15));

        await Client.RefreshRainfallAsync(report);

        Assert.Contains("hydromet.feed.age 1020 hydromet.feed=Rainfall.csv server.address=gauges.example", _heard.Of("hydromet.feed.age"));
    }

    [Fact]
    public void A_cache_hit_is_counted()
    {
        _container.GetRequiredService<HydrometMetrics>().CountCacheHit(HydrometFeed.LakeLevels);

        Assert.Equal(["hydromet.cache.hits 1 hydromet.feed=LakeLevel.csv"], _heard.Of("hydromet.cache.hits"));
    }

    [Fact]
    public async Task Every_instrument_stands_in_the_docs_with_its_unit()
    {
        await Client.GetLakeLevelsAsync();
        string docs = await File.ReadAllTextAsync(Docs.MarkdownBlock.PathOf("docs/telemetry.md"));

        Assert.Equal(7, _heard.Instruments.Count);
        Assert.All(_heard.Instruments, instrument => Assert.Contains($"| `{instrument.Split(' ')[0]}` | `{instrument.Split(' ')[1]}` |", docs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_instrument_says_what_it_counts()
    {
        await Client.GetLakeLevelsAsync();

        Assert.All(_heard.Instruments, instrument => Assert.Matches("^hydromet[^ ]+ [^ ]+ [A-Z].+\\.$", instrument));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _heard.Dispose();
        _feeds.Dispose();
        await _container.DisposeAsync();
    }
}
