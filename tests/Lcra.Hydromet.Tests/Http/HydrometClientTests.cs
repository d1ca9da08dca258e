using System.Net;
using System.Net.Http.Headers;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

public class HydrometClientTests
{
    [Fact]
    public async Task One_report_asks_for_each_feed_once()
    {
        StubFeedHandler feeds = TestReports.Feeds();

        await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(
            ["https://hydromet.lcra.org/media/Rain5Day.csv", "https://hydromet.lcra.org/media/RainMonthYear.csv", "https://hydromet.lcra.org/media/Rainfall.csv"],
            feeds.Requested.Select(uri => uri.AbsoluteUri).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/", "http://127.0.0.1:9/media/Rainfall.csv")]
    [InlineData("http://127.0.0.1:9/cache", "http://127.0.0.1:9/cache/media/Rainfall.csv")]
    public async Task Feeds_are_below_the_base_address_with_or_without_a_slash(string baseAddress, string expected)
    {
        StubFeedHandler feeds = TestReports.Feeds();
        HydrometClient client = new(new HttpClient(feeds), new HydrometClientOptions { BaseAddress = new Uri(baseAddress) }, TimeProvider.System);

        await client.GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Contains(new Uri(expected), feeds.Requested);
    }

    [Fact]
    public async Task Without_a_container_the_http_clients_own_base_address_counts()
    {
        StubFeedHandler feeds = TestReports.Feeds();

        await new HydrometClient(new HttpClient(feeds) { BaseAddress = new Uri("http://127.0.0.1:9/") }).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.All(feeds.Requested, uri => Assert.Equal(9, uri.Port));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("media/")]
    public void A_base_address_that_is_not_http_is_refused_at_once(string baseAddress) =>
        Assert.Throws<ArgumentException>(() => new HydrometClient(
            new HttpClient(new StubFeedHandler()),
            new HydrometClientOptions { BaseAddress = new Uri(baseAddress, UriKind.RelativeOrAbsolute) },
            TimeProvider.System));

    [Fact]
    public async Task One_refused_feed_is_a_finding_with_the_status_and_the_rest_stands()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.ServiceUnavailable, response =>
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)));

        RainfallReport report = await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds);

        HydrometException failure = report.Feeds[0].Failure!;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true, TimeSpan.FromSeconds(30)), (failure.StatusCode, failure.IsTransient, failure.RetryAfter));
        Assert.Equal("https://hydromet.lcra.org/media/Rainfall.csv", failure.RequestUri!.AbsoluteUri);
        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.TwentyFourHours).Missing);
        Assert.Equal(1.62m, report.Total("3018", RainfallPeriod.OneDayAgo).Inches);
        Assert.Null(report.Total("3018", RainfallPeriod.OneDayAgo).ObservedAt);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.TooManyRequests, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    public async Task Three_refused_feeds_are_an_exception_that_tells_whether_to_try_again(HttpStatusCode status, bool transient)
    {
        StubFeedHandler feeds = new StubFeedHandler()
            .With(HydrometFeed.Rainfall, status)
            .With(HydrometFeed.FiveDayRainfall, status)
            .With(HydrometFeed.MonthYearRainfall, status);

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.Equal((status, transient), (failure.StatusCode, failure.IsTransient));
    }

    [Fact]
    public async Task An_unreachable_host_is_a_transient_failure_that_names_the_address()
    {
        static Task<HttpResponseMessage> Unreachable(CancellationToken cancellationToken) => throw new HttpRequestException("Connection refused.");
        StubFeedHandler feeds = new StubFeedHandler()
            .With(HydrometFeed.Rainfall, Unreachable)
            .With(HydrometFeed.FiveDayRainfall, Unreachable)
            .With(HydrometFeed.MonthYearRainfall, Unreachable);

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.True(failure.IsTransient);
        Assert.Contains("https://hydromet.lcra.org/media/Rainfall.csv could not be reached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_failure_and_not_a_short_feed()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, HttpStatusCode.OK, response =>
            response.Content = new StreamContent(new BreakingStream(FeedFile.Read(HydrometFeed.Rainfall, "plain"))));

        RainfallReport report = await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(MissingReason.FeedUnavailable, report.Total("3018", RainfallPeriod.TwentyFourHours).Missing);
        Assert.True(report.Feeds[0].Failure!.IsTransient);
    }

    [Fact]
    public async Task A_part_that_was_not_requested_is_no_feed()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(
            HydrometFeed.Rainfall, HttpStatusCode.PartialContent, response => response.Content = new ByteArrayContent(FeedFile.Read(HydrometFeed.Rainfall, "plain")));

        FeedStatus feed = (await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds)).Feeds[0];

        Assert.Equal((HydrometFailureKind.Truncated, true, 0), (feed.Failure!.Kind, feed.Failure.IsTransient, feed.RowCount));
    }

    [Fact]
    public async Task A_compressed_body_without_its_label_is_a_passing_failure_and_not_a_changed_feed()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, [0x1F, 0x8B, 0x08, 0x00, 0x41]);

        HydrometException failure = (await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds)).Feeds[0].Failure!;

        Assert.Equal((HydrometFailureKind.Unreadable, true), (failure.Kind, failure.IsTransient));
        Assert.Contains("It is compressed, and no header says so.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        using CancellationTokenSource source = new();
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, async cancellationToken =>
        {
            await source.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds, source.Token));
    }

    [Fact]
    public async Task The_http_clients_own_timeout_is_a_failure_and_no_cancellation()
    {
        StubFeedHandler feeds = TestReports.Feeds().With(HydrometFeed.Rainfall, _ => Task.FromException<HttpResponseMessage>(new TaskCanceledException("timed out", new TimeoutException())));

        RainfallReport report = await TestReports.Client(feeds).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Contains("took too long", report.Feeds[0].Failure!.Message, StringComparison.Ordinal);
    }

    private sealed class BreakingStream(byte[] body) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length / 2 ? base.ReadAsync(buffer[..(int)(Length / 2)], cancellationToken) : throw new IOException("The connection broke off.");
    }
}
