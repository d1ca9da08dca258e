using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using Lcra.Hydromet.Telemetry.Internal;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Lcra.Hydromet.Tests.Telemetry;

public sealed class MetricsTests : IAsyncLifetime
{
    private readonly StubFeedHandler _feeds = TestReports.Feeds().With(HydrometFeed.LakeLevels, "plain");
    private readonly FakeTimeProvider _clock = new(TestReports.Morning);
    private readonly ServiceProvider _container;
    private readonly IMeterFactory _meters;

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
        _meters = _container.GetRequiredService<IMeterFactory>();
    }

    private HydrometClient Client => _container.GetRequiredService<HydrometClient>();

    [Fact]
    public async Task Each_feed_of_a_report_is_one_request()
    {
        using MetricCollector<long> requests = Collect<long>("hydromet.requests");

        await Client.GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(["1 hydromet.feed=Rain5Day.csv", "1 hydromet.feed=RainMonthYear.csv", "1 hydromet.feed=Rainfall.csv"], Measurements(requests));
    }

    [Fact]
    public async Task A_failed_request_says_why_and_each_retry_is_counted()
    {
        using MetricCollector<long> requests = Collect<long>("hydromet.requests");
        using MetricCollector<long> retries = Collect<long>("hydromet.retries");
        _feeds.With(HydrometFeed.LakeLevels, HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<HydrometException>(() => Client.GetLakeLevelsAsync());

        Assert.Equal(["1 error.type=HttpError hydromet.feed=LakeLevel.csv"], Measurements(requests));
        Assert.Equal(["1 hydromet.feed=LakeLevel.csv", "1 hydromet.feed=LakeLevel.csv"], Measurements(retries));
    }

    [Fact]
    public async Task Size_and_rows_are_those_of_the_feed()
    {
        using MetricCollector<long> sizes = Collect<long>("hydromet.response.size");
        using MetricCollector<long> rows = Collect<long>("hydromet.rows");

        await Client.GetLakeLevelsAsync();

        Assert.Equal([$"{FeedFile.Read(HydrometFeed.LakeLevels, "plain").Length} hydromet.feed=LakeLevel.csv"], Measurements(sizes));
        Assert.Equal(["3 hydromet.feed=LakeLevel.csv"], Measurements(rows));
    }

    [Fact]
    public async Task A_cell_that_is_not_an_amount_is_counted_as_rejected()
    {
        using MetricCollector<long> rejected = Collect<long>("hydromet.cells.rejected");
        _feeds.With(HydrometFeed.Rainfall, "not-a-number");

        RainfallReport report = await Client.GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal([$"{report.Feeds[0].UnreadableValueCount} hydromet.feed=Rainfall.csv"], Measurements(rejected));
    }

    [Fact]
    public async Task The_age_of_a_feed_grows_while_LCRA_does_not_respond()
    {
        using MetricCollector<double> ages = Collect<double>("hydromet.feed.age");
        RainfallReport report = await Client.GetRainfallAsync(RainfallScope.CsvFeeds);
        _feeds.With(HydrometFeed.Rainfall, HttpStatusCode.NotFound);
        _clock.Advance(TimeSpan.FromMinutes(15));

        await Client.RefreshRainfallAsync(report);

        ages.RecordObservableInstruments();
        Assert.Contains("1020 hydromet.feed=Rainfall.csv server.address=gauges.example", Measurements(ages));
    }

    [Fact]
    public void A_cache_hit_is_counted()
    {
        using MetricCollector<long> hits = Collect<long>("hydromet.cache.hits");

        _container.GetRequiredService<HydrometMetrics>().CountCacheHit(HydrometFeed.LakeLevels);

        Assert.Equal(["1 hydromet.feed=LakeLevel.csv"], Measurements(hits));
    }

    [Fact]
    public async Task The_docs_list_every_instrument_with_its_unit()
    {
        string docs = await File.ReadAllTextAsync(Docs.MarkdownBlock.PathOf("docs/telemetry.md"));

        List<Instrument> instruments = Instruments();

        Assert.Equal(7, instruments.Count);
        Assert.All(instruments, instrument => Assert.Contains($"| `{instrument.Name}` | `{instrument.Unit}` |", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_instrument_says_what_it_counts() =>
        Assert.All(Instruments(), instrument => Assert.Matches("^[A-Z].+\\.$", instrument.Description));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _feeds.Dispose();
        await _container.DisposeAsync();
    }

    private MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(_meters, HydrometTelemetry.MeterName, instrument);

    private List<Instrument> Instruments()
    {
        _ = Client;
        List<Instrument> instruments = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, _meters))
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();
        return [.. instruments.Where(instrument => instrument.Meter.Name == HydrometTelemetry.MeterName)];
    }

    private static IEnumerable<string> Measurements<T>(MetricCollector<T> collector)
        where T : struct =>
        collector.GetMeasurementSnapshot().Select(Line).Order(StringComparer.Ordinal);

    private static string Line<T>(CollectedMeasurement<T> measurement)
        where T : struct =>
        string.Join(' ', measurement.Tags
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => $"{tag.Key}={tag.Value}")
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{measurement.Value}")));
}
