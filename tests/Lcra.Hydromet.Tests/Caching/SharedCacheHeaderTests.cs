using System.Net;
using System.Text;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Caching;

/// <summary>What an HTTP cache between LCRA and the client says about the age of a response. The fixed time of the clock is 12:02 UTC.</summary>
public class SharedCacheHeaderTests
{
    private const string ReportDate = "Report Date: 2026-10-02 07:00";

    [Theory]
    [InlineData("X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT", "11:47:00")]
    [InlineData("X-Upstream-Date: Fri, 02 Oct 2026 12:02:01 GMT", "12:02:00")]
    [InlineData("X-Upstream-Date: Mon, 02 Oct 2226 12:02:01 GMT", "12:02:00")]
    [InlineData("X-Upstream-Date: yesterday", "12:02:00")]
    [InlineData("X-Upstream-Date: 2026-10-02T11:47:00Z", "12:02:00")]
    [InlineData("X-Upstream-Date: ", "12:02:00")]
    [InlineData("X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT|X-Upstream-Date: Fri, 02 Oct 2026 11:50:00 GMT", "12:02:00")]
    [InlineData("Age: 60", "12:01:00")]
    [InlineData("Age: -60", "12:02:00")]
    [InlineData("Age: 999999999999", "12:02:00")]
    [InlineData("Age: 60|X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT", "11:47:00")]
    [InlineData("Age: 1200|X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT", "11:42:00")]
    [InlineData("Date: Fri, 02 Oct 2026 11:47:00 GMT", "12:02:00")]
    public async Task Headers_can_make_a_response_older_and_never_fresher(string headers, string fetchedAt)
    {
        RainfallReport report = await Client(headers).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(fetchedAt, report.Feeds[0].FetchedAt!.Value.UtcDateTime.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("X-Upstream-Date: Thu, 02 Oct 2025 12:00:00 GMT")]
    [InlineData("X-Upstream-Date: Fri, 02 Oct 2026 06:00:00 GMT")]
    [InlineData("Age: 86400")]
    public async Task A_wrong_age_makes_no_reading_one_of_the_future(string headers)
    {
        RainfallReport report = await Client(headers).GetRainfallAsync();

        Assert.DoesNotContain(report.Findings, finding => finding.Kind == FindingKind.FutureObservation);
        Assert.Equal((true, TestReports.Central(10, 2, 6, 55)), (report.Find(SiteId.Parse("3018"))!.IsReporting, report.Find(SiteId.Parse("3018"))!.ObservedAt));
        Assert.NotNull(report.Find(SiteId.Parse("COA:950"))!.ObservedAt);
    }

    [Fact]
    public async Task A_wrong_age_lets_no_older_report_replace_a_newer_one()
    {
        RainfallReport earlier = await TestReports.ReportAsync();
        StubFeedHandler feeds = Feeds("X-Upstream-Date: Thu, 02 Oct 2025 12:00:00 GMT");
        feeds.With(HydrometFeed.Rainfall, HttpStatusCode.OK, response =>
        {
            response.Content = new StringContent(Encoding.ASCII.GetString(FeedFile.Read(HydrometFeed.Rainfall, "plain")).Replace("Report Date: 2026-10-02 07:00", "Report Date: 2026-10-02 06:45", StringComparison.Ordinal));
            response.Headers.TryAddWithoutValidation("X-Upstream-Date", "Thu, 02 Oct 2025 12:00:00 GMT");
        });

        RainfallReport report = await TestReports.Client(feeds).RefreshRainfallAsync(earlier);

        Assert.Equal(TestReports.Central(10, 2, 7), report.Feeds[0].ReportedAt);
        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.OlderReport);
    }

    [Fact]
    public async Task A_cache_that_says_nothing_of_its_age_still_cannot_bring_a_reading_of_the_future()
    {
        RainfallReport report = await TestReports.Client(Feeds("X-Cache-Status: HIT"), TestReports.Morning.AddHours(-3)).GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.FutureObservation);
    }

    [Theory]
    [InlineData("STALE", true)]
    [InlineData("stale", true)]
    [InlineData("HIT", false)]
    [InlineData("UPDATING", false)]
    [InlineData("EXPIRED", false)]
    [InlineData("MISS", false)]
    public async Task A_response_that_the_cache_could_not_renew_counts_as_a_failed_refresh(string status, bool failed)
    {
        RainfallReport report = await Client($"X-Cache-Status: {status}|X-Upstream-Date: Fri, 02 Oct 2026 11:57:00 GMT").GetRainfallAsync(RainfallScope.CsvFeeds);

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((2.81m, TestReports.Morning.AddMinutes(-5), failed), (total.Inches, total.Source.FetchedAt, total.Source.RefreshFailed));
    }

    [Fact]
    public async Task A_stale_response_says_that_lcra_could_not_be_asked()
    {
        HydrometException failure = (await Client("X-Cache-Status: STALE").GetRainfallAsync(RainfallScope.CsvFeeds)).Feeds[0].Failure!;

        Assert.Equal((HydrometFailureKind.Unreachable, HttpStatusCode.OK, true), (failure.Kind, failure.StatusCode, failure.IsTransient));
        Assert.Equal(
            "The cache in front of https://hydromet.lcra.org/media/Rainfall.csv could not refresh from LCRA and returned its last good response. Try again later.",
            failure.Message);
    }

    [Theory]
    [InlineData("X-Upstream-Status: 429|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT|Retry-After: 900", HydrometFailureKind.HttpError, 429, 600)]
    [InlineData("X-Upstream-Status: 429|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT|Retry-After: 60", HydrometFailureKind.HttpError, 429, 0)]
    [InlineData("X-Upstream-Status: 503|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT|Retry-After: Fri, 02 Oct 2026 12:12:00 GMT", HydrometFailureKind.HttpError, 503, 600)]
    [InlineData("X-Upstream-Status: 429|X-Upstream-Refusal-Date: Mon, 02 Oct 2226 11:57:00 GMT|Retry-After: 900", HydrometFailureKind.HttpError, 429, 900)]
    [InlineData("X-Upstream-Status: 403|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT", HydrometFailureKind.Blocked, 403, null)]
    [InlineData("X-Upstream-Status: 404|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT", HydrometFailureKind.HttpError, 404, null)]
    [InlineData("X-Upstream-Status: 200|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT", HydrometFailureKind.WebPage, 200, null)]
    [InlineData("X-Upstream-Status: 502", HydrometFailureKind.Unreachable, 200, null)]
    [InlineData("X-Upstream-Status: many|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT|Retry-After: soon", HydrometFailureKind.Unreachable, 200, null)]
    public async Task A_stale_response_has_the_status_of_the_refusal_and_what_is_left_of_its_wait(string headers, HydrometFailureKind kind, int status, int? seconds)
    {
        RainfallReport report = await Client("X-Cache-Status: STALE|" + headers).GetRainfallAsync(RainfallScope.CsvFeeds);

        HydrometException failure = report.Feeds[0].Failure!;
        Assert.Equal((kind, status, seconds), (failure.Kind, (int)failure.StatusCode!, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Equal(2.81m, report.Total("3018", RainfallPeriod.TwentyFourHours).Inches);
    }

    [Fact]
    public async Task A_stale_response_names_the_refusal_and_how_long_to_wait()
    {
        RainfallReport report = await Client("X-Cache-Status: STALE|X-Upstream-Status: 429|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 11:57:00 GMT|Retry-After: 900").GetRainfallAsync(RainfallScope.CsvFeeds);

        Assert.Equal(
            "The cache in front of https://hydromet.lcra.org/media/Rainfall.csv could not refresh from LCRA, which returned 429 TooManyRequests, and returned its last good response. It asks to wait 600 seconds.",
            report.Feeds[0].Failure!.Message);
    }

    [Fact]
    public async Task The_wait_of_a_refusal_that_a_cache_in_front_of_LCRA_remembers_counts_from_the_refusal()
    {
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.LakeLevels, HttpStatusCode.TooManyRequests, response =>
        {
            response.Headers.TryAddWithoutValidation("Retry-After", "900");
            response.Headers.TryAddWithoutValidation("X-Upstream-Refusal-Date", "Fri, 02 Oct 2026 11:57:00 GMT");
        });

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => TestReports.Client(feeds).GetLakeLevelsAsync());

        Assert.Equal(TimeSpan.FromSeconds(600), failure.RetryAfter);
    }

    [Fact]
    public async Task A_stale_response_is_requested_again_only_after_the_wait_of_the_refusal()
    {
        StubFeedHandler feeds = Feeds("X-Cache-Status: STALE|X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT|X-Upstream-Status: 429|X-Upstream-Refusal-Date: Fri, 02 Oct 2026 12:01:00 GMT|Retry-After: 720");
        FakeTimeProvider clock = new(TestReports.Morning);
        using HydrometCache cache = new(new HydrometClient(new HttpClient(feeds), new HydrometClientOptions(), clock), new HydrometCacheOptions { RefreshJitter = TimeSpan.Zero }, clock);

        await cache.GetRainfallAsync();

        Assert.Equal(TestReports.Morning.AddMinutes(11), cache.RainfallStatus.NextRefreshAt);
    }

    [Fact]
    public async Task A_stale_response_does_not_replace_a_newer_one()
    {
        RainfallReport earlier = await TestReports.ReportAsync();

        RainfallReport report = await Client("X-Cache-Status: STALE|X-Upstream-Date: Fri, 02 Oct 2026 11:47:00 GMT").RefreshRainfallAsync(earlier);

        RainfallTotal total = report.Total("3018", RainfallPeriod.TwentyFourHours);
        Assert.Equal((TestReports.Morning, true), (total.Source.FetchedAt, total.Source.RefreshFailed));
    }

    [Fact]
    public async Task A_response_of_an_earlier_cycle_is_requested_again_soon()
    {
        StubFeedHandler feeds = Feeds("X-Cache-Status: UPDATING|X-Upstream-Date: Fri, 02 Oct 2026 12:00:59 GMT", "Report Date: 2026-10-02 06:45");
        FakeTimeProvider clock = new(TestReports.Morning);
        using HydrometCache cache = new(new HydrometClient(new HttpClient(feeds), new HydrometClientOptions(), clock), new HydrometCacheOptions { RefreshJitter = TimeSpan.Zero }, clock);

        await cache.GetRainfallAsync();

        Assert.Equal(TestReports.Morning.AddMinutes(1), cache.RainfallStatus.NextRefreshAt);
    }

    private static HydrometClient Client(string headers) => TestReports.Client(Feeds(headers));

    private static StubFeedHandler Feeds(string headers, string reportDate = ReportDate)
    {
        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.AllSites, "plain");
        foreach (HydrometFeed feed in new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall })
        {
            feeds.With(feed, HttpStatusCode.OK, response =>
            {
                response.Content = new StringContent(Encoding.UTF8.GetString(FeedFile.Read(feed, "plain")).Replace(ReportDate, reportDate, StringComparison.Ordinal));
                foreach (string[] header in headers.Split('|').Select(header => header.Split(": ", 2)))
                {
                    response.Headers.TryAddWithoutValidation(header[0], header[1]);
                }
            });
        }

        return feeds;
    }
}
