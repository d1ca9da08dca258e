using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>When none of the three feeds can be read, one exception tells what all of them have in common.</summary>
public class NothingReadableTests
{
    [Fact]
    public async Task It_names_each_feed_and_why()
    {
        HydrometException failure = await FailureAsync(HttpStatusCode.NotFound, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable);

        AggregateException causes = Assert.IsType<AggregateException>(failure.InnerException);
        string[] messages = [.. causes.InnerExceptions.Select(cause => cause.Message)];
        Assert.Equal(
            $"None of the rainfall feeds could be read. Rainfall.csv: {messages[0]} Rain5Day.csv: {messages[1]} RainMonthYear.csv: {messages[2]}",
            failure.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.BadGateway, HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.NotFound, HttpStatusCode.NotFound, false)]
    public async Task It_may_pass_only_if_all_of_them_may(HttpStatusCode first, HttpStatusCode others, bool transient) =>
        Assert.Equal(transient, (await FailureAsync(first, others, others)).IsTransient);

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, HydrometFailureKind.HttpError)]
    [InlineData(HttpStatusCode.Forbidden, HydrometFailureKind.Other)]
    public async Task Its_kind_is_the_one_that_all_share(HttpStatusCode last, HydrometFailureKind kind) =>
        Assert.Equal(kind, (await FailureAsync(HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, last)).Kind);

    [Fact]
    public async Task It_has_the_first_address_and_status_that_are_known_and_the_longest_wait()
    {
        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(async () => await TestReports.Client(new StubFeedHandler()
            .With(HydrometFeed.Rainfall, "web-page")
            .With(HydrometFeed.FiveDayRainfall, HttpStatusCode.ServiceUnavailable, response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(120)))
            .With(HydrometFeed.MonthYearRainfall, HttpStatusCode.TooManyRequests, response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(300)))).GetRainfallAsync(RainfallScope.CsvFeeds));

        Assert.Equal(
            ("/media/Rain5Day.csv", HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(300)),
            (failure.RequestUri!.AbsolutePath, failure.StatusCode, failure.RetryAfter));
    }

    private static Task<HydrometException> FailureAsync(HttpStatusCode recent, HttpStatusCode fiveDay, HttpStatusCode monthYear) =>
        Assert.ThrowsAsync<HydrometException>(async () => await TestReports.Client(new StubFeedHandler()
            .With(HydrometFeed.Rainfall, recent)
            .With(HydrometFeed.FiveDayRainfall, fiveDay)
            .With(HydrometFeed.MonthYearRainfall, monthYear)).GetRainfallAsync(RainfallScope.CsvFeeds));
}
