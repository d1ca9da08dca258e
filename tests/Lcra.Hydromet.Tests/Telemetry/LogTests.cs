using System.Net;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Lcra.Hydromet.Tests.Telemetry;

public sealed class LogTests : IDisposable
{
    private readonly StubFeedHandler _feeds = TestReports.Feeds().With(HydrometFeed.LakeLevels, "plain");
    private readonly FakeLoggerProvider _log = new();

    private string[] Lines =>
    [
        .. _log.Collector.GetSnapshot()
            .Where(record => record.Category!.StartsWith("Lcra.Hydromet", StringComparison.Ordinal))
            .Select(record => $"{record.Level}: {record.Message}{record.Exception}"),
    ];

    [Fact]
    public async Task A_retry_names_the_feed_and_the_status()
    {
        _feeds.With(HydrometFeed.LakeLevels, HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<HydrometException>(() => AskAsync(client => client.GetLakeLevelsAsync()));

        Assert.Equal("Warning: LakeLevel.csv is retried in 00:00:00 (retry 1 of 2): status 503.", Lines[0]);
        Assert.Equal("Warning: LakeLevel.csv is unavailable: HttpError, status 503.", Lines[^1]);
    }

    [Fact]
    public async Task A_feed_that_was_read_tells_its_time_rows_and_findings()
    {
        _feeds.With(HydrometFeed.Rainfall, "not-a-number");

        await AskAsync(client => client.GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.Equal(
            ["Debug: Rainfall.csv of 10/02/2026 07:00:00 -05:00 was read: 2 rows.", "Information: Rainfall.csv has 2 findings, 2 unreadable values and 0 rows without a site."],
            Lines.Where(line => line.Contains("Rainfall.csv", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_log_never_has_the_address_or_what_a_feed_says()
    {
        _feeds.With(HydrometFeed.Rainfall, "web-page").With(HydrometFeed.FiveDayRainfall, "names-differ").With(HydrometFeed.LakeLevels, HttpStatusCode.BadGateway);

        await AskAsync(client => client.GetRainfallAsync(RainfallScope.CsvFeeds));
        await Assert.ThrowsAsync<HydrometException>(() => AskAsync(client => client.GetLakeLevelsAsync()));

        string all = string.Join('\n', Lines);
        Assert.DoesNotContain("secret", all, StringComparison.Ordinal);
        Assert.DoesNotContain("<", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Marble", all, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _log.Dispose();
        _feeds.Dispose();
    }

    private async Task AskAsync(Func<HydrometClient, Task> ask)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log));
        services.AddHydrometClient(options =>
        {
            options.RetryDelay = TimeSpan.Zero;
            options.BaseAddress = new Uri("http://user:secret@gauges.example/");
        }).ConfigurePrimaryHttpMessageHandler(() => _feeds);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await ask(provider.GetRequiredService<HydrometClient>());
    }
}
